package dev.meishi.access;

import dev.meishi.secret.Secret;
import dev.meishi.settings.CheckedBy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of callers. The class {@value Callers#DEFAULT} is that of all callers without a known token and always exists.
 * By default it may do everything, which suits the simulator. An operator restricts it, and gives callers that may do more
 * a class with a token.
 */
@CheckedBy(CallersCheck.class)
@ConfigMapping(prefix = "meishi.callers")
public interface CallersConfig {

    /**
     * The classes by their names.
     *
     * @return a class that is not configured is as its settings are by default
     */
    @WithParentName
    @WithDefaults
    Map<String, Settings> classes();

    /** Of one class. */
    interface Settings {

        /**
         * The maximum number of calls to LINE WORKS that one operation may need.
         *
         * @return 20 by default: a third of the minute of the vendor's smallest plan; in development, where LINE WORKS is
         *     the simulator, 100, as many as {@code nodes} takes ids
         */
        @WithDefault("20")
        int maxUpstreamCalls();

        /**
         * Its weight where LINE WORKS's calls of a minute are shared among classes that want more than there is.
         *
         * @return at least 1
         */
        @WithDefault("1")
        int weight();

        /**
         * Whether {@code Cache-Control: no-cache} bypasses the cache.
         *
         * @return true by default
         */
        @WithDefault("true")
        boolean refresh();

        /**
         * Whether lists may be exported.
         *
         * @return true by default
         */
        @WithDefault("true")
        boolean export();

        /**
         * The maximum number of its exports that run at once; one may always run, whatever others export.
         *
         * @return 2 by default, the same as for all classes together
         */
        @WithDefault("2")
        int maxConcurrentExports();

        /**
         * The token of its callers, which send {@code Authorization: Bearer} and this.
         *
         * @return empty for the class {@value Callers#DEFAULT}, and for no other
         */
        Optional<Secret> token();
    }
}
