package dev.meishi.member;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Capabilities.Ability;
import dev.meishi.lineworks.Kind;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.View;
import dev.meishi.pages.LookupCache;
import dev.meishi.pages.LookupLists;
import dev.meishi.pages.LookupLists.Terms;
import dev.meishi.pages.LookupLists.Wanted;
import dev.meishi.pages.PageMetrics;
import dev.meishi.pages.PagesConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The names of members, organizations and groups, cached: a list for each kind and configured domain. An id that a list
 * does not have is a reason to fetch it again, but once for each id, as members leave and their contacts stay, and not more
 * often than once a minute. A refusal is cached for a minute too.
 */
@Singleton
class MemberCache {

    /** For how long nobody looks again for what was not there. */
    static final Duration UNKNOWN = Duration.ofMinutes(1);

    private final LineWorks lineWorks;
    private final LookupLists<Key, NameList> lists;

    MemberCache(LineWorks lineWorks, LookupCache cache, MembersConfig config, PagesConfig pages, PageMetrics metrics) {
        this.lineWorks = lineWorks;
        lists = new LookupLists<>(
                cache,
                new Terms<>(
                        "members",
                        config.fresh(),
                        pages.staleIfError(),
                        NameList::weight,
                        failure -> failure.code() == ErrorCode.UPSTREAM_FORBIDDEN),
                metrics);
    }

    private record Key(View view, String domainId, Kind.Sharer kind) {}

    /** Some names of a list. */
    private final class Names implements Wanted<NameList> {

        private final Key key;
        private final Collection<Text> ids;
        private final Ledger ledger;

        Names(Key key, Collection<Text> ids, Ledger ledger) {
            this.key = key;
            this.ids = ids;
            this.ledger = ledger;
        }

        @Override
        public Uni<NameList> fetch() {
            return lineWorks.members(key.kind(), key.domainId(), ledger).map(sent -> NameList.of(sent, key.domainId()));
        }

        @Override
        public boolean isIn(NameList list, Duration age) {
            return age.compareTo(UNKNOWN) < 0 || list.knows(ids);
        }

        @Override
        public NameList cached(NameList fetched, @Nullable NameList before) {
            return fetched.lookedThrough(ids, before);
        }
    }

    /** Whether a list can be served without a call, if it has what is wanted of it. */
    boolean isAtHand(Kind.Sharer kind, String domainId, Collection<Text> wanted, Ledger ledger) {
        Key key = key(kind, domainId);
        return lists.isAtHand(key, new Names(key, wanted, ledger), ledger);
    }

    /** A list of names, as fresh as the ids that are wanted of it need it. */
    Uni<NameList> get(Kind.Sharer kind, String domainId, Collection<Text> wanted, Ledger ledger) {
        if (!lineWorks.capabilities().has(Ability.MEMBERS)) {
            return Uni.createFrom().failure(disabled());
        }
        Key key = key(kind, domainId);
        return lists.get(key, new Names(key, wanted, ledger), ledger);
    }

    private Key key(Kind.Sharer kind, String domainId) {
        return new Key(lineWorks.view(), domainId, kind);
    }

    private static Failure disabled() {
        return new Failure(
                ErrorCode.FEATURE_DISABLED,
                "API 1.0 of LINE WORKS has no list of members, so ids have no names. Leave out master, member and the"
                        + " names of shared members; API 2.0 has them (meishi.upstream.api).");
    }
}
