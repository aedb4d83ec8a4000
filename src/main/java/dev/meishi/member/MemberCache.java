package dev.meishi.member;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.PageSource;
import dev.meishi.ledger.PageUse;
import dev.meishi.ledger.Urgency;
import dev.meishi.lineworks.Capabilities.Ability;
import dev.meishi.lineworks.Kind;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.View;
import dev.meishi.pages.PageMetrics;
import dev.meishi.pages.PagesConfig;
import dev.meishi.pages.SingleFlight;
import dev.meishi.reset.UpstreamReset;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of members, organizations and groups, cached: a list for each kind and configured domain, so their number has
 * a bound. Calls for a list are shared by all who want it at the same time. An id that a list does not have is a reason to
 * fetch it again, but once for each id, as members leave and their contacts stay, and not more often than once a minute; a
 * refusal is cached for a minute too.
 */
@Singleton
class MemberCache {

    /** For how long nobody looks again for what was not there. */
    static final Duration UNKNOWN = Duration.ofMinutes(1);

    private final LineWorks lineWorks;
    private final PageMetrics metrics;
    private final MembersConfig config;
    private final Duration staleIfError;
    private final Map<Key, NameList> lists = new ConcurrentHashMap<>();
    private final SingleFlight<Flight, NameList> flights = new SingleFlight<>(list -> false);
    private volatile int generation;

    MemberCache(LineWorks lineWorks, MembersConfig config, PagesConfig pages, PageMetrics metrics) {
        this.lineWorks = lineWorks;
        this.metrics = metrics;
        this.config = config;
        staleIfError = config.fresh().compareTo(pages.staleIfError()) > 0 ? config.fresh() : pages.staleIfError();
    }

    private record Key(View view, String domainId, Kind.Sharer kind, int generation) {}

    /** Who looks at a screen does not wait for a call that gives way to everybody. */
    private record Flight(Key key, Urgency urgency) {}

    /** What a call failed for is the limits of who came first, and no answer for the others. */
    private static final class OwnLimits extends RuntimeException {
        OwnLimits(Throwable cause) {
            super(null, cause, false, false);
        }
    }

    /** The names of another LINE WORKS, those under way included, are of no use any more. */
    synchronized void forget(@Observes UpstreamReset reset) {
        generation++;
        lists.clear();
    }

    /** Whether a list can be served without a call, if it has what is wanted of it. */
    boolean isAtHand(Kind.Sharer kind, String domainId, Collection<Text> wanted) {
        NameList cached = lists.get(key(kind, domainId));
        return cached != null && isUsable(cached, wanted);
    }

    /** A list of names, as fresh as the ids that are wanted of it need it. */
    Uni<NameList> get(Kind.Sharer kind, String domainId, Collection<Text> wanted, Ledger ledger) {
        if (!lineWorks.capabilities().has(Ability.MEMBERS)) {
            return Uni.createFrom().failure(disabled());
        }
        Key key = key(kind, domainId);
        NameList cached = lists.get(key);
        if (cached != null && isUsable(cached, wanted)) {
            used(cached, PageSource.FRESH, ledger);
            return served(cached);
        }
        return shared(key, wanted, ledger)
                .chain(MemberCache::served)
                .onFailure(Failure::isUpstreamDown)
                .recoverWithUni(thrown -> {
                    if (cached == null || cached.refusal() != null || !cached.isYoungerThan(staleIfError)) {
                        return Uni.createFrom().failure(thrown);
                    }
                    used(cached, PageSource.STALE_IF_ERROR, ledger);
                    return Uni.createFrom().item(cached);
                });
    }

    private boolean isUsable(NameList cached, Collection<Text> wanted) {
        return cached.isYoungerThan(UNKNOWN)
                || (cached.refusal() == null && cached.isYoungerThan(config.fresh()) && cached.knows(wanted));
    }

    private static Failure disabled() {
        return new Failure(
                ErrorCode.FEATURE_DISABLED,
                "API 1.0 of LINE WORKS has no list of members, so ids have no names. Leave out master, member and the"
                        + " names of shared members; API 2.0 has them (meishi.upstream.api).");
    }

    private Key key(Kind.Sharer kind, String domainId) {
        return new Key(lineWorks.view(), domainId, kind, generation);
    }

    private static Uni<NameList> served(NameList list) {
        Failure refusal = list.refusal();
        return refusal == null ? Uni.createFrom().item(list) : Uni.createFrom().failure(refusal);
    }

    private Uni<NameList> shared(Key key, Collection<Text> wanted, Ledger ledger) {
        boolean[] isOwn = {false};
        return flights.fly(new Flight(key, ledger.urgency()), () -> {
                    isOwn[0] = true;
                    return load(key, wanted, ledger);
                })
                .invoke(list -> used(list, isOwn[0] ? PageSource.CALL : PageSource.SHARED, ledger))
                .onFailure(OwnLimits.class)
                .recoverWithUni(
                        limits -> isOwn[0] ? Uni.createFrom().failure(limits.getCause()) : shared(key, wanted, ledger));
    }

    private Uni<NameList> load(Key key, Collection<Text> wanted, Ledger ledger) {
        long goesOut = System.nanoTime();
        return lineWorks
                .members(key.kind(), key.domainId(), ledger)
                .map(sent -> NameList.of(sent, key.domainId(), config.maxEntries(), goesOut))
                .onFailure(MemberCache::isRefusal)
                .recoverWithItem(thrown -> NameList.refused((Failure) thrown, goesOut))
                .map(list -> put(key, wanted, list))
                .onFailure(thrown -> isOfTheFirst(thrown, ledger))
                .transform(OwnLimits::new);
    }

    private synchronized NameList put(Key key, Collection<Text> wanted, NameList list) {
        @Nullable NameList cached = lists.get(key);
        boolean isFresh = cached != null && cached.isYoungerThan(config.fresh());
        NameList looked = list.lookedThrough(wanted, isFresh ? cached : null, config.maxEntries());
        if (key.generation() == generation && (cached == null || cached.takenAt() - list.takenAt() < 0)) {
            lists.put(key, looked);
        }
        return looked;
    }

    private static boolean isRefusal(Throwable thrown) {
        return thrown instanceof Failure failure && failure.code() == ErrorCode.UPSTREAM_FORBIDDEN;
    }

    private static boolean isOfTheFirst(Throwable thrown, Ledger first) {
        return first.patience().isNegative()
                || (thrown instanceof Failure failure && failure.code() == ErrorCode.LIMIT_EXCEEDED);
    }

    private void used(NameList list, PageSource from, Ledger ledger) {
        metrics.used(from);
        boolean isNew = from == PageSource.CALL || from == PageSource.SHARED;
        ledger.usage().lookedUp(new PageUse("members", 0, 1, from, isNew ? Duration.ZERO : list.age()));
    }
}
