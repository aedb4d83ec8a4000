package dev.meishi.execution.smallrye;

import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reader of a property, made when a document selects it for the first time: each is a class of its own, and the schema has
 * more than a hundred properties, of which documents select a few.
 */
final class ReaderOnDemand implements Supplier<FieldReader> {

    private final Method accessor;
    private volatile @Nullable FieldReader reader;

    /** None yet for an accessor. */
    ReaderOnDemand(Method accessor) {
        this.accessor = accessor;
    }

    /** Two that ask at once may each make one; either does. */
    @Override
    public FieldReader get() {
        FieldReader made = reader;
        if (made == null) {
            made = FieldReader.of(accessor);
            reader = made;
        }
        return made;
    }
}
