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
import dev.meishi.pages.LookupTerms;
import dev.meishi.pages.OwnCalls;
import dev.meishi.pages.PageMetrics;
import dev.meishi.pages.PagesConfig;
import dev.meishi.pages.Wanted;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The names of members, organizations and groups, cached: a list for each kind and configured domain. An id that a list
 * does not have is a reason to fetch it again, but once for each id, as members leave and their contacts stay, and not more
 * often than once a minute. A refusal is cached for a minute too. A list takes a call for each 100 names, so its calls are
 * its own, and no operation pays for them.
 */
@Singleton
class MemberCache {

    /** For how long nobody looks again for what was not there. */
    static final Duration UNKNOWN = Duration.ofMinutes(1);

    private final LineWorks lineWorks;
    private final LookupLists<Key, NameList> lists;
    private final int maxCalls;

    MemberCache(LineWorks lineWorks, LookupCache cache, MembersConfig config, PagesConfig pages, PageMetrics metrics) {
        this.lineWorks = lineWorks;
        this.maxCalls = config.maxCalls();
        lists = new LookupLists<>(
                cache,
                new LookupTerms<>(
                        "members",
                        config.fresh(),
                        pages.staleIfError(),
                        NameList::weight,
                        failure -> failure.code() == ErrorCode.UPSTREAM_FORBIDDEN,
                        new OwnCalls(maxCalls, "meishi.members.max-calls")),
                metrics);
    }

    private record Key(View view, String domainId, Kind.Sharer kind) {}

    /** Some names of a list. */
    private final class Names implements Wanted<NameList> {

        private final Key key;
        private final Collection<Text> ids;

        Names(Key key, Collection<Text> ids) {
            this.key = key;
            this.ids = ids;
        }

        @Override
        public Uni<NameList> fetch(Ledger ledger) {
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

    /** Where names come from, in words. */
    String how() {
        return "from cached lists of all names, each fetched for all operations by up to " + maxCalls
                + " calls of its own";
    }

    /** A list of names, as fresh as the ids that are wanted of it need it. */
    Uni<NameList> get(Kind.Sharer kind, String domainId, Collection<Text> wanted, Ledger ledger) {
        if (!lineWorks.capabilities().has(Ability.MEMBERS)) {
            return Uni.createFrom().failure(disabled());
        }
        Key key = key(kind, domainId);
        return lists.get(key, new Names(key, wanted), ledger);
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
