package dev.meishi.memory;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * The heap, given away in parts: what each {@link Account} may have, and has.
 */
@Startup
@Singleton
public final class Memory {

    private final Map<Account, Budget> budgets = new EnumMap<>(Account.class);
    private final MeterRegistry registry;

    /**
     * As configured.
     *
     * @param settings of all accounts; a cache without one does not exist
     * @param registry where use is shown
     */
    @Inject
    public Memory(MemorySettings settings, MeterRegistry registry) {
        this(MemorySettings.shares(settings), Runtime.getRuntime().maxMemory(), registry);
    }

    /**
     * With parts of a heap.
     *
     * @param shares of the accounts that there are
     * @param heap bytes
     * @param registry where use is shown
     */
    public Memory(Map<Account, Share> shares, long heap, MeterRegistry registry) {
        this.registry = registry;
        shares.forEach((account, share) -> budgets.put(account, new Budget(account, share.bytes(heap))));
        budgets.forEach(this::show);
    }

    /**
     * The budget of an account in which memory is reserved.
     *
     * @param account which
     * @return always the same
     */
    public Budget of(Account account) {
        return Objects.requireNonNull(budgets.get(account), account::setting);
    }

    /**
     * Shows how much there is in a cache, which keeps its own account.
     *
     * @param account of the cache
     * @param used its bytes
     */
    public void show(Account account, LongSupplier used) {
        gauge("meishi.memory.used", "Memory in use, by purpose", account.label(), used);
    }

    /**
     * The same for one that is bounded by weight.
     *
     * @param account of the cache
     * @param cache that knows its weight
     */
    public void show(Account account, Cache<?, ?> cache) {
        show(
                account,
                () -> cache.policy()
                        .eviction()
                        .map(bound -> bound.weightedSize().orElse(0))
                        .orElse(0L));
    }

    private void show(Account account, Budget budget) {
        gauge("meishi.memory.allowed", "Maximum memory, by purpose", account.label(), budget::allowed);
        if (account.isReserved()) {
            show(account, budget::used);
            FunctionCounter.builder("meishi.memory.refused", budget, Budget::refused)
                    .description("What was refused for lack of memory, by purpose")
                    .tag("account", account.label())
                    .register(registry);
        }
    }

    private void gauge(String name, String description, String account, LongSupplier bytes) {
        Gauge.builder(name, bytes::getAsLong)
                .description(description)
                .baseUnit("bytes")
                .tag("account", account)
                .strongReference(true)
                .register(registry);
    }
}
