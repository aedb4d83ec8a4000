package dev.meishi.settings;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.validation.constraints.Null;
import java.util.Map;
import java.util.Optional;

/**
 * Keys that settings had before. If one is set, in whatever source, the start is refused with the key that the setting
 * has now, together with all other mistakes of the configuration.
 */
public final class RenamedKeys {

    private RenamedKeys() {}

    /** Below {@code meishi.pages}. */
    @Unremovable
    @ConfigMapping(prefix = "meishi.pages")
    public interface Pages {
        /** {@code meishi.page-cache.fresh}. */
        Optional<@Null(message = "has been renamed, set meishi.page-cache.fresh") String> fresh();

        /** {@code meishi.page-cache.stale-while-revalidate}. */
        Optional<@Null(message = "has been renamed, set meishi.page-cache.stale-while-revalidate") String>
                staleWhileRevalidate();

        /** {@code meishi.page-cache.stale-if-error}. */
        Optional<@Null(message = "has been renamed, set meishi.page-cache.stale-if-error") String> staleIfError();

        /** {@code meishi.page-cache.memory}. */
        Optional<@Null(message = "has been renamed, set meishi.page-cache.memory") String> memory();
    }

    /** Below {@code meishi.tags}. */
    @Unremovable
    @ConfigMapping(prefix = "meishi.tags")
    public interface Tags {
        /** {@code meishi.lookup-cache.memory}. */
        Optional<@Null(message = "has been replaced, set meishi.lookup-cache.memory") String> maxDomains();
    }

    /** Below {@code meishi.members}. */
    @Unremovable
    @ConfigMapping(prefix = "meishi.members")
    public interface Members {
        /** {@code meishi.lookup-cache.memory}. */
        Optional<@Null(message = "has been replaced, set meishi.lookup-cache.memory") String> maxEntries();
    }

    /** Below {@code meishi.execution}. */
    @Unremovable
    @ConfigMapping(prefix = "meishi.execution")
    public interface Execution {
        /** {@code meishi.execution.json-cache}. */
        Optional<@Null(message = "has been renamed, set meishi.execution.json-cache") String> renditions();

        /** {@code meishi.execution.plan-cache}. */
        Optional<@Null(message = "has been renamed, set meishi.execution.plan-cache") String> plans();
    }

    /** Below {@code meishi.changes}. */
    @Unremovable
    @ConfigMapping(prefix = "meishi.changes")
    public interface Changes {
        /** {@code meishi.changes.settle-time}. */
        Optional<@Null(message = "has been renamed, set meishi.changes.settle-time") String> settle();
    }

    /** Below {@code meishi.export}. */
    @Unremovable
    @ConfigMapping(prefix = "meishi.export")
    public interface Export {
        /** {@code meishi.export.max-concurrent-exports}. */
        Optional<@Null(message = "has been renamed, set meishi.export.max-concurrent-exports") String> atOnce();

        /** {@code meishi.export.page-timeout}. */
        Optional<@Null(message = "has been renamed, set meishi.export.page-timeout") String> patience();

        /** {@code meishi.export.timeout}. */
        Optional<@Null(message = "has been renamed, set meishi.export.timeout") String> longest();

        /** {@code meishi.export.min-throughput}. */
        Optional<@Null(message = "has been renamed, set meishi.export.min-throughput") String> leastThroughput();
    }

    /** Below {@code meishi.limits}. */
    @Unremovable
    @ConfigMapping(prefix = "meishi.limits")
    public interface Limits {
        /** {@code meishi.limits.max-concurrent-operations}. */
        Optional<@Null(message = "has been renamed, set meishi.limits.max-concurrent-operations") String>
                operationsAtOnce();
    }

    /** Below {@code meishi.quota}. */
    @Unremovable
    @ConfigMapping(prefix = "meishi.quota")
    public interface Quota {
        /** {@code meishi.quota.window-margin}. */
        Optional<@Null(message = "has been renamed, set meishi.quota.window-margin") String> margin();

        /** {@code meishi.quota.max-wait}. */
        Optional<@Null(message = "has been renamed, set meishi.quota.max-wait") String> longestWait();

        /** {@code meishi.quota.max-queued}. */
        Optional<@Null(message = "has been renamed, set meishi.quota.max-queued") String> queue();

        /** {@code meishi.quota.max-concurrent-calls}. */
        Optional<@Null(message = "has been renamed, set meishi.quota.max-concurrent-calls") String> concurrency();
    }

    /** Below {@code meishi.upstream}. */
    @Unremovable
    @ConfigMapping(prefix = "meishi.upstream")
    public interface Upstream {
        /** {@code meishi.upstream.timeout}. */
        Optional<@Null(message = "has been renamed, set meishi.upstream.timeout") String> deadline();
    }

    /** Below {@code meishi.callers}. */
    @Unremovable
    @ConfigMapping(prefix = "meishi.callers")
    public interface Callers {

        /** By the name of the class. */
        @WithParentName
        Map<String, OfClass> classes();

        /** Of one class. */
        interface OfClass {

            /** {@code max-concurrent-exports}. */
            Optional<@Null(message = "has been renamed, set max-concurrent-exports of the class") String>
                    exportsAtOnce();
        }
    }
}
