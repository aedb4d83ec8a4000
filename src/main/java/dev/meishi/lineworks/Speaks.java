package dev.meishi.lineworks;

import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what implements {@link LineWorks} by one of its APIs. What is injected without it is the configured one. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
public @interface Speaks {

    /**
     * By which.
     *
     * @return the API
     */
    UpstreamApi value();
}
