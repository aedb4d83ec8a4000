package dev.meishi.telemetry;

import dev.meishi.failure.ErrorCode;
import graphql.GraphQLError;
import graphql.language.OperationDefinition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How long operations take, and what goes wrong with them. Clients choose the names of their operations, so only known ones
 * are told apart: those of trusted documents, and the first others that there are.
 */
@Singleton
public class OperationMetrics {

    /** In place of a name that is not known. */
    static final String OTHER = "other";

    /** Characters of a name that is told apart. */
    private static final int LONGEST = 100;

    private final MeterRegistry registry;
    private final Credentials credentials;
    private final AtomicInteger left;
    private final OperationTimers unnamed;
    private final OperationTimers others;
    private final Map<String, OperationTimers> seen = new ConcurrentHashMap<>();
    private final Map<ErrorCode, Counter> errors = new EnumMap<>(ErrorCode.class);
    private volatile Map<String, OperationTimers> trusted = Map.of();

    OperationMetrics(MeterRegistry registry, MetricsConfig config, Credentials credentials) {
        this.registry = registry;
        this.credentials = credentials;
        this.left = new AtomicInteger(config.operations());
        this.unnamed = new OperationTimers(registry, "");
        this.others = new OperationTimers(registry, OTHER);
        for (ErrorCode code : ErrorCode.values()) {
            errors.put(
                    code,
                    Counter.builder("meishi.operation.errors")
                            .description("Operations with at least one error of a code")
                            .tag("error.type", code.name())
                            .register(registry));
        }
    }

    /**
     * Names that are known from now on, in place of those that were before.
     *
     * @param names of the operations of trusted documents
     */
    public synchronized void trust(Set<String> names) {
        Map<String, OperationTimers> before = trusted;
        Map<String, OperationTimers> now = new HashMap<>();
        for (String name : names) {
            OperationTimers known = before.get(name);
            now.put(name, known == null ? new OperationTimers(registry, name) : known);
        }
        trusted = Map.copyOf(now);
        before.forEach((name, timers) -> {
            if (!now.containsKey(name) && !seen.containsKey(name)) {
                timers.remove();
            }
        });
    }

    /**
     * An operation ended.
     *
     * @param operation what was executed; null if the request had nothing that could be
     * @param outcome of it
     * @param nanos it took
     * @return the name that it is shown by; empty if it has none
     */
    String ended(@Nullable OperationDefinition operation, Outcome outcome, long nanos) {
        if (operation == null) {
            unnamed.record(null, outcome, nanos);
            return "";
        }
        OperationTimers timers = timers(operation.getName());
        timers.record(operation.getOperation(), outcome, nanos);
        return timers.name();
    }

    /** An operation failed with these codes. */
    void failed(Set<ErrorCode> codes) {
        for (ErrorCode code : codes) {
            Objects.requireNonNull(errors.get(code)).increment();
        }
    }

    /** The codes of errors, each once. */
    static Set<ErrorCode> codes(List<GraphQLError> errors) {
        Set<ErrorCode> codes = EnumSet.noneOf(ErrorCode.class);
        for (GraphQLError error : errors) {
            Map<String, Object> extensions = error.getExtensions();
            Object code = extensions == null ? null : extensions.get("code");
            codes.add(code instanceof String name ? ErrorCode.valueOf(name) : ErrorCode.INTERNAL);
        }
        return codes;
    }

    private OperationTimers timers(@Nullable String name) {
        if (name == null) {
            return unnamed;
        }
        OperationTimers known = trusted.get(name);
        if (known == null) {
            known = seen.get(name);
        }
        return known == null ? first(name) : known;
    }

    private OperationTimers first(String name) {
        boolean isShown = name.length() <= LONGEST && left.get() > 0 && !credentials.isIn(name);
        if (!isShown || left.getAndDecrement() <= 0) {
            return others;
        }
        OperationTimers timers = new OperationTimers(registry, name);
        OperationTimers sooner = seen.putIfAbsent(name, timers);
        if (sooner == null) {
            return timers;
        }
        left.incrementAndGet();
        return sooner;
    }
}
