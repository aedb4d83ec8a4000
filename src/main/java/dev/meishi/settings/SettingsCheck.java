package dev.meishi.settings;

/**
 * A check of settings that depend on each other.
 *
 * @param <C> the settings
 */
public interface SettingsCheck<C> {

    /**
     * Reports what is wrong.
     *
     * @param settings as they are configured, each within its own range or not
     * @param mistakes that are reported
     */
    void check(C settings, Mistakes mistakes);

    /** The mistakes of a configuration. */
    interface Mistakes {

        /**
         * Adds a mistake.
         *
         * @param key of the setting
         * @param text what is allowed and what was found, as the rest of a sentence that begins with the key
         */
        void add(String key, String text);
    }
}
