package dev.meishi.settings;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/**
 * Keys that settings had before. If one is set, in whatever source, the start is refused with the key that the setting
 * has now, together with all other mistakes of the configuration.
 */
@Unremovable
@CheckedBy(RenamedKeys.Check.class)
@ConfigMapping(prefix = "meishi")
public interface RenamedKeys {

    /** Those below {@code meishi.pages}. */
    Pages pages();

    /** Those below {@code meishi.tags}. */
    Tags tags();

    /** Those below {@code meishi.members}. */
    Members members();

    /** Those below {@code meishi.execution}. */
    Execution execution();

    /** Those below {@code meishi.changes}. */
    Changes changes();

    /** Those below {@code meishi.export}. */
    Export export();

    /** Those below {@code meishi.limits}. */
    Limits limits();

    /** Those below {@code meishi.quota}. */
    Quota quota();

    /** Those below {@code meishi.upstream}. */
    Upstream upstream();

    /** Those below {@code meishi.callers}. */
    Callers callers();

    /** Below {@code meishi.pages}. */
    interface Pages {
        /** {@code meishi.page-cache.fresh}. */
        Optional<String> fresh();

        /** {@code meishi.page-cache.stale-while-revalidate}. */
        Optional<String> staleWhileRevalidate();

        /** {@code meishi.page-cache.stale-if-error}. */
        Optional<String> staleIfError();

        /** {@code meishi.page-cache.memory}. */
        Optional<String> memory();
    }

    /** Below {@code meishi.tags}. */
    interface Tags {
        /** {@code meishi.lookup-cache.memory}. */
        Optional<String> maxDomains();
    }

    /** Below {@code meishi.members}. */
    interface Members {
        /** {@code meishi.lookup-cache.memory}. */
        Optional<String> maxEntries();
    }

    /** Below {@code meishi.execution}. */
    interface Execution {
        /** {@code meishi.execution.json-cache}. */
        Optional<String> renditions();

        /** {@code meishi.execution.plan-cache}. */
        Optional<String> plans();
    }

    /** Below {@code meishi.changes}. */
    interface Changes {
        /** {@code meishi.changes.settle-time}. */
        Optional<String> settle();
    }

    /** Below {@code meishi.export}. */
    interface Export {
        /** {@code meishi.export.max-concurrent-exports}. */
        Optional<String> atOnce();

        /** {@code meishi.export.page-timeout}. */
        Optional<String> patience();

        /** {@code meishi.export.timeout}. */
        Optional<String> longest();

        /** {@code meishi.export.min-throughput}. */
        Optional<String> leastThroughput();
    }

    /** Below {@code meishi.limits}. */
    interface Limits {
        /** {@code meishi.limits.max-concurrent-operations}. */
        Optional<String> operationsAtOnce();
    }

    /** Below {@code meishi.quota}. */
    interface Quota {
        /** {@code meishi.quota.window-margin}. */
        Optional<String> margin();

        /** {@code meishi.quota.max-wait}. */
        Optional<String> longestWait();

        /** {@code meishi.quota.max-queued}. */
        Optional<String> queue();

        /** {@code meishi.quota.max-concurrent-calls}. */
        Optional<String> concurrency();
    }

    /** Below {@code meishi.upstream}. */
    interface Upstream {
        /** {@code meishi.upstream.timeout}. */
        Optional<String> deadline();
    }

    /** Below {@code meishi.callers}. */
    interface Callers {

        /** By the name of the class. */
        @WithParentName
        Map<String, OfClass> classes();

        /** Of one class. */
        interface OfClass {

            /** {@code max-concurrent-exports}. */
            Optional<String> exportsAtOnce();
        }
    }

    /** Reports each that is set. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<RenamedKeys> {

        private static final String RENAMED = "has been renamed, set ";

        private static final String REPLACED = "has been replaced, set ";

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(RenamedKeys set, Mistakes mistakes) {
            report(set.pages().fresh(), "meishi.pages.fresh", RENAMED + "meishi.page-cache.fresh", mistakes);
            report(
                    set.pages().staleWhileRevalidate(),
                    "meishi.pages.stale-while-revalidate",
                    RENAMED + "meishi.page-cache.stale-while-revalidate",
                    mistakes);
            report(
                    set.pages().staleIfError(),
                    "meishi.pages.stale-if-error",
                    RENAMED + "meishi.page-cache.stale-if-error",
                    mistakes);
            report(set.pages().memory(), "meishi.pages.memory", RENAMED + "meishi.page-cache.memory", mistakes);
            report(
                    set.execution().renditions(),
                    "meishi.execution.renditions",
                    RENAMED + "meishi.execution.json-cache",
                    mistakes);
            report(
                    set.execution().plans(),
                    "meishi.execution.plans",
                    RENAMED + "meishi.execution.plan-cache",
                    mistakes);
            report(set.changes().settle(), "meishi.changes.settle", RENAMED + "meishi.changes.settle-time", mistakes);
            report(
                    set.export().atOnce(),
                    "meishi.export.at-once",
                    RENAMED + "meishi.export.max-concurrent-exports",
                    mistakes);
            report(set.export().patience(), "meishi.export.patience", RENAMED + "meishi.export.page-timeout", mistakes);
            report(set.export().longest(), "meishi.export.longest", RENAMED + "meishi.export.timeout", mistakes);
            report(
                    set.export().leastThroughput(),
                    "meishi.export.least-throughput",
                    RENAMED + "meishi.export.min-throughput",
                    mistakes);
            report(
                    set.limits().operationsAtOnce(),
                    "meishi.limits.operations-at-once",
                    RENAMED + "meishi.limits.max-concurrent-operations",
                    mistakes);
            report(set.quota().margin(), "meishi.quota.margin", RENAMED + "meishi.quota.window-margin", mistakes);
            report(set.quota().longestWait(), "meishi.quota.longest-wait", RENAMED + "meishi.quota.max-wait", mistakes);
            report(set.quota().queue(), "meishi.quota.queue", RENAMED + "meishi.quota.max-queued", mistakes);
            report(
                    set.quota().concurrency(),
                    "meishi.quota.concurrency",
                    RENAMED + "meishi.quota.max-concurrent-calls",
                    mistakes);
            report(
                    set.upstream().deadline(),
                    "meishi.upstream.deadline",
                    RENAMED + "meishi.upstream.timeout",
                    mistakes);
            report(
                    set.tags().maxDomains(),
                    "meishi.tags.max-domains",
                    REPLACED + "meishi.lookup-cache.memory",
                    mistakes);
            report(
                    set.members().maxEntries(),
                    "meishi.members.max-entries",
                    REPLACED + "meishi.lookup-cache.memory",
                    mistakes);
            set.callers()
                    .classes()
                    .forEach((name, settings) -> report(
                            settings.exportsAtOnce(),
                            "meishi.callers." + name + ".exports-at-once",
                            RENAMED + "max-concurrent-exports of the class",
                            mistakes));
        }

        private static void report(Optional<String> set, String key, String text, Mistakes mistakes) {
            if (set.isPresent()) {
                mistakes.add(key, text);
            }
        }
    }
}
