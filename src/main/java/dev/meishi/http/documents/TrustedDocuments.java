package dev.meishi.http.documents;

import dev.meishi.graphql.Documents;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.telemetry.OperationMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The documents of the manifests, as the files have them. Workers look at the files from time to time; a request sees what
 * they found last, all of it at once.
 */
@Startup
@Singleton
class TrustedDocuments {

    private static final Logger LOG = Logger.getLogger(TrustedDocuments.class);

    private final Documents documents;
    private final Vertx vertx;
    private final OperationMetrics metrics;
    private final List<Manifest> manifests;
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private final Counter read;
    private final Counter failed;
    private final long timer;
    private volatile Trusted trusted = new Trusted(Map.of(), Map.of());

    TrustedDocuments(
            Documents documents,
            ManifestsConfig config,
            Vertx vertx,
            OperationMetrics metrics,
            MeterRegistry registry) {
        this.documents = documents;
        this.vertx = vertx;
        this.metrics = metrics;
        this.manifests = config.manifests().orElse(List.of()).stream()
                .map(file -> new Manifest(file, Clock.systemUTC()))
                .toList();
        this.read = reads(registry, "read");
        this.failed = reads(registry, "failed");
        Gauge.builder("meishi.trusted.documents", this, of -> of.trusted.byId().size())
                .description("Documents of the manifests")
                .strongReference(true)
                .register(registry);
        combine();
        Duration pause = config.manifestCheck();
        this.timer = manifests.isEmpty() || pause.toMillis() <= 0
                ? -1
                : vertx.setPeriodic(pause.toMillis(), due -> lookLater());
    }

    private static Counter reads(MeterRegistry registry, String result) {
        return Counter.builder("meishi.trusted.reads")
                .description("Manifests that had changed, by whether they could be used")
                .tag("result", result)
                .register(registry);
    }

    /** What holds for a request that begins now. */
    Trusted now() {
        return trusted;
    }

    private void lookLater() {
        if (isLooking.compareAndSet(false, true)) {
            vertx.executeBlocking(
                            () -> {
                                look();
                                return true;
                            },
                            false)
                    .onComplete(done -> isLooking.set(false))
                    .onFailure(thrown -> LOG.error("The manifests of documents could not be looked at", thrown));
        }
    }

    /** Looks at each file, and takes over what has changed. */
    void look() {
        boolean isChanged = false;
        for (Manifest manifest : manifests) {
            try {
                if (manifest.look()) {
                    isChanged = true;
                    read.increment();
                    LOG.infof(
                            "%s has changed and was read again: %d documents",
                            manifest.file(), manifest.texts().size());
                }
            } catch (ConfigurationException unusable) {
                failed.increment();
                LOG.warnf(
                        "meishi.documents.manifests %s; the %d documents that were read from it before stay in use",
                        unusable.getMessage(), manifest.texts().size());
            }
        }
        if (isChanged) {
            combine();
        }
    }

    private void combine() {
        Map<String, String> byId = new HashMap<>();
        manifests.forEach(manifest -> byId.putAll(manifest.texts()));
        Trusted before = trusted;
        Map<String, Set<String>> names = new HashMap<>();
        byId.forEach((id, text) -> {
            Set<String> known = before.names().get(text);
            names.put(text, known == null ? names(id, text) : known);
        });
        trusted = new Trusted(Map.copyOf(byId), Map.copyOf(names));
        metrics.trust(names.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    /** The names of a document's operations; none if it is not valid, which it warns of. */
    private Set<String> names(String id, String text) {
        try {
            return documents.names(text);
        } catch (RequestRefused refused) {
            LOG.warnf("The trusted document %s is not valid: %s", id, refused.getMessage());
            return Set.of();
        }
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /**
     * All documents of one moment.
     *
     * @param byId texts by their ids
     * @param names of the operations, by the same texts
     */
    record Trusted(Map<String, String> byId, Map<String, Set<String>> names) {

        /** Whether a document is one of them. */
        boolean has(String text) {
            return names.containsKey(text);
        }
    }
}
