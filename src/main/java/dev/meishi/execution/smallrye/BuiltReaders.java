package dev.meishi.execution.smallrye;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

/**
 * Readers that a native binary has from its build, as no class can be made when it runs: each reader is a class of its own,
 * which calls its accessor without reflection. {@link ReadersFeature} fills this while the binary is built; nothing is added later.
 */
final class BuiltReaders {

    /** Part of the binary's own heap. By the accessor's class and name. */
    private static final Map<String, FieldReader> BY_ACCESSOR = new HashMap<>();

    private BuiltReaders() {}

    /** Makes a reader of each property that a type of the graph has. */
    static void add(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (isAccessor(method)) {
                BY_ACCESSOR.computeIfAbsent(key(method), missing -> FieldReader.of(method));
            }
        }
    }

    private static boolean isAccessor(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && Modifier.isPublic(method.getDeclaringClass().getModifiers())
                && method.getDeclaringClass() != Object.class;
    }

    /**
     * The reader of a property.
     *
     * @throws IllegalStateException if its class was not known to be one of the graph
     */
    static FieldReader of(Method accessor) {
        FieldReader reader = BY_ACCESSOR.get(key(accessor));
        if (reader == null) {
            throw new IllegalStateException("No reader was made for " + accessor
                    + " when the binary was built; a type of the graph has a @Description, by which it is found.");
        }
        return reader;
    }

    private static String key(Method accessor) {
        return accessor.getDeclaringClass().getName() + '#' + accessor.getName();
    }
}
