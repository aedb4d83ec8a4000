package dev.meishi.execution.smallrye;

import io.quarkus.runtime.ImageMode;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Reads a property of an object of the graph, and does nothing else. */
@FunctionalInterface
public interface FieldReader {

    /**
     * The property's value.
     *
     * @param object that has it
     * @return the value; fails as the object's own accessor does
     */
    @Nullable
    Object read(Object object);

    /**
     * A reader that calls an accessor as if the call were written here.
     *
     * @param accessor public, without parameters, of a public class
     * @return of the property
     */
    static FieldReader of(Method accessor) {
        if (ImageMode.current() == ImageMode.NATIVE_RUN) {
            return BuiltReaders.of(accessor);
        }
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle handle = lookup.unreflect(accessor);
            CallSite site = LambdaMetafactory.metafactory(
                    lookup,
                    "read",
                    MethodType.methodType(FieldReader.class),
                    MethodType.methodType(Object.class, Object.class),
                    handle,
                    MethodType.methodType(Object.class, accessor.getDeclaringClass()));
            return (FieldReader) site.getTarget().invoke();
        } catch (Throwable thrown) {
            throw new IllegalStateException("No reader can be built for " + accessor, thrown);
        }
    }
}
