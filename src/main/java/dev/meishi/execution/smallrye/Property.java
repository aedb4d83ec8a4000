package dev.meishi.execution.smallrye;

/** Implemented by data fetchers that only read a property of their object: a plan takes the reader alone. */
public interface Property {

    /**
     * Reads the property without the engine.
     *
     * @return of the property
     */
    FieldReader reader();
}
