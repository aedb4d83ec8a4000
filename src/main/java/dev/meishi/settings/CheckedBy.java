package dev.meishi.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what checks a group of settings, each alone and those that depend on each other: a start reports every mistake at once. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CheckedBy {

    /**
     * The check.
     *
     * @return a class with a public constructor without parameters
     */
    Class<? extends SettingsCheck<?>> value();
}
