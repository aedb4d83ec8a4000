package dev.meishi.execution.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plans of all operations, bounded for the whole process by the heap they take. A run refers to its plan
 * itself, so that a plan may be evicted at any time.
 */
final class PlanCache {

    /** Heap of an entry beside its plan: its key, the cache's node and the operation's note of it. */
    private static final int BYTES_AN_ENTRY = 300;

    private static final int BYTES_A_CONDITION = 16;

    private final PlanCompiler compiler;
    private final Cache<Way, Compiled> cache;

    /**
     * One way in which the conditions of an operation turn out.
     *
     * @param plans of the operation, told apart by identity
     * @param turned values of the variables that its plan depends on
     */
    record Way(OperationPlans plans, Map<String, Object> turned) {

        /** Bytes of heap, about. */
        long weight() {
            return turned.values().stream()
                    .mapToLong(value -> BYTES_A_CONDITION + (value instanceof String text ? 2L * text.length() : 0))
                    .sum();
        }
    }

    /** A plan; null for an operation that is left to the engine. */
    private record Compiled(@Nullable Plan plan, int weight) {}

    /**
     * A cache.
     *
     * @param compiler makes what is missing
     * @param bytes of heap that the plans may take
     */
    PlanCache(PlanCompiler compiler, long bytes) {
        this.compiler = compiler;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Way way, Compiled compiled) -> compiled.weight())
                .evictionListener(PlanCache::evicted)
                .build();
    }

    private static void evicted(@Nullable Way way, @Nullable Compiled compiled, RemovalCause cause) {
        if (way != null) {
            way.plans().evicted(way);
        }
    }

    /** The plan for a way; compiled once for all that need it at the same time. */
    @Nullable
    Plan of(PreparedOperation operation, Way way) {
        Compiled known = cache.getIfPresent(way);
        return known == null ? compiled(operation, way) : known.plan();
    }

    private @Nullable Plan compiled(PreparedOperation operation, Way way) {
        way.plans().cached(way);
        Compiled compiled = cache.get(way, absent -> compile(operation, absent));
        if (operation.isDropped()) {
            cache.invalidate(way);
        }
        return compiled.plan();
    }

    private Compiled compile(PreparedOperation operation, Way way) {
        Plan plan = compiler.compile(operation, way.turned());
        long bytes = BYTES_AN_ENTRY + way.weight() + (plan == null ? 0 : plan.weight());
        return new Compiled(plan, (int) Math.min(Integer.MAX_VALUE, bytes));
    }

    void drop(Collection<Way> ways) {
        cache.invalidateAll(ways);
    }

    /** Bytes of all plans together, once what is too much is gone. */
    long weight() {
        cache.cleanUp();
        return cache.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    void showIn(Memory memory) {
        memory.show(Account.PLANS, cache);
    }
}
