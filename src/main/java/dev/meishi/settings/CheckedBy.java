package dev.meishi.settings;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Checks settings that depend on each other, together with all that are checked alone: a start reports every mistake at
 * once.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SettingsValidator.class)
public @interface CheckedBy {

    /**
     * The check.
     *
     * @return a class with a constructor without parameters
     */
    Class<? extends SettingsCheck<?>> value();

    /**
     * Not used: each mistake has a message of its own.
     *
     * @return the empty text
     */
    String message() default "";

    /**
     * As Bean Validation requires it.
     *
     * @return none
     */
    Class<?>[] groups() default {};

    /**
     * As Bean Validation requires it.
     *
     * @return none
     */
    Class<? extends Payload>[] payload() default {};
}
