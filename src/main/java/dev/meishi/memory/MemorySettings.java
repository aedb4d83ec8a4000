package dev.meishi.memory;

import dev.meishi.settings.CheckedBy;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The memory of all accounts, wherever each is set: together they must fit into the heap. */
@Unremovable
@CheckedBy(MemoryCheck.class)
@ConfigMapping(prefix = "meishi")
public interface MemorySettings {

    /** {@code meishi.page-cache.memory}. */
    @WithName("page-cache.memory")
    Optional<Share> pages();

    /** {@code meishi.lookup-cache.memory}. */
    @WithName("lookup-cache.memory")
    Optional<Share> lookups();

    /** {@code meishi.execution.json-cache}. */
    @WithName("execution.json-cache")
    Optional<Share> json();

    /** {@code meishi.execution.plan-cache}. */
    @WithName("execution.plan-cache")
    Optional<Share> plans();

    /** {@code meishi.documents.cache}. */
    @WithName("documents.cache")
    Optional<Share> documents();

    /** {@code meishi.documents.automatic.cache}. */
    @WithName("documents.automatic.cache")
    Optional<Share> automaticDocuments();

    /** {@code meishi.memory.bodies}. */
    @WithName("memory.bodies")
    Optional<Share> bodies();

    /** {@code meishi.memory.answers}. */
    @WithName("memory.answers")
    Optional<Share> answers();

    /** {@code meishi.memory.upstream}. */
    @WithName("memory.upstream")
    Optional<Share> upstream();

    /** {@code meishi.memory.exports}. */
    @WithName("memory.exports")
    Optional<Share> exports();

    /**
     * The shares by account.
     *
     * @param settings of all accounts
     * @return without caches that have no share
     */
    static Map<Account, Share> shares(MemorySettings settings) {
        Map<Account, Share> shares = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            of(settings, account).ifPresent(share -> shares.put(account, share));
        }
        return shares;
    }

    private static Optional<Share> of(MemorySettings settings, Account account) {
        return switch (account) {
            case PAGES -> settings.pages();
            case LOOKUPS -> settings.lookups();
            case RENDITIONS -> settings.json();
            case PLANS -> settings.plans();
            case DOCUMENTS -> settings.documents();
            case AUTOMATIC_DOCUMENTS -> settings.automaticDocuments();
            case BODIES -> settings.bodies();
            case ANSWERS -> settings.answers();
            case UPSTREAM -> settings.upstream();
            case EXPORTS -> settings.exports();
        };
    }
}
