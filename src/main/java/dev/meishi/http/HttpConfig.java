package dev.meishi.http;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How long operations and answers may take, and what caches may do with the answers. */
@Unremovable
@CheckedBy(HttpConfig.Check.class)
@ConfigMapping(prefix = "meishi.http")
public interface HttpConfig {

    /**
     * Maximum time for an operation as a whole; then the fields that are missing end with an error.
     *
     * @return 30 s by default: three calls to LINE WORKS in a row, each with its own timeout
     */
    @WithDefault("30s")
    Duration operationTimeout();

    /**
     * Maximum time for a client to take its answer.
     *
     * @return 30 s by default
     */
    @WithDefault("30s")
    Duration writeTimeout();

    /** What caches may do with the answer to a GET. */
    interface Caching {

        /** Who may keep an answer. */
        enum Scope {
            /** The caller's own cache. */
            PRIVATE,
            /** Any cache on the way; only where every caller may see the same. */
            PUBLIC
        }

        /**
         * Who may keep an answer.
         *
         * @return private by default
         */
        @WithDefault("private")
        Scope scope();

        /**
         * How long the values of a field are good for, by its coordinates such as {@code Query.tags}. The least of an
         * operation's fields counts, zero for root fields that are not listed.
         *
         * @return by coordinates
         */
        Map<String, Duration> maxAge();
    }

    /**
     * What caches may do with the answer to a GET.
     *
     * @return settings
     */
    Caching caching();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<HttpConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(HttpConfig set, Mistakes mistakes) {
            Ranges.of("meishi.http", mistakes)
                    .within("operation-timeout", set.operationTimeout(), Ranges.MILLISECOND, Ranges.DAY)
                    .within("write-timeout", set.writeTimeout(), Ranges.MILLISECOND, Ranges.DAY);
            Ranges ages = Ranges.of("meishi.http.caching.max-age", mistakes);
            set.caching().maxAge().forEach((field, age) -> ages.atLeast('"' + field + '"', age, Duration.ZERO));
        }
    }
}
