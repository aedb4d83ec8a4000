package dev.meishi.tag;

import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.View;
import dev.meishi.pages.LookupCache;
import dev.meishi.pages.LookupLists;
import dev.meishi.pages.LookupTerms;
import dev.meishi.pages.PageMetrics;
import dev.meishi.pages.PagesConfig;
import dev.meishi.pages.Wanted;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags of domains, cached: a list for each. A failure is not cached. */
@Singleton
class TagCache {

    private final LineWorks lineWorks;
    private final LookupLists<Key, Index> lists;

    TagCache(LineWorks lineWorks, LookupCache cache, TagsConfig config, PagesConfig pages, PageMetrics metrics) {
        this.lineWorks = lineWorks;
        lists = new LookupLists<>(
                cache,
                new LookupTerms<>("tags", config.maxAge(), pages.staleIfError(), Index::weight, failure -> false, null),
                metrics);
    }

    /**
     * The tags of a domain.
     *
     * @param version of this list of them, and of no other
     * @param byId in the vendor's order
     */
    record Index(Object version, Map<Text, Tag> byId) {

        /** A tag with its place in the list, as a JVM with compressed pointers lays them out; its texts are beside it. */
        private static final int TAG = 350;

        static final Index NONE = new Index(new Object(), Map.of());

        static Index of(List<UpstreamTag> sent, String domainId) {
            Map<Text, Tag> tags = new LinkedHashMap<>();
            for (UpstreamTag each : sent) {
                String id = each.id();
                if (id != null && !id.isEmpty()) {
                    Tag tag = Tag.from(each, id, domainId);
                    tags.put(tag.tagResourceId(), tag);
                }
            }
            return new Index(new Object(), tags);
        }

        private long weight() {
            return byId.values().stream()
                    .mapToLong(tag -> TAG
                            + tag.id().length()
                            + tag.tagResourceId().length()
                            + Text.lengthOf(tag.name())
                            + Text.lengthOf(tag.userId()))
                    .sum();
        }
    }

    /**
     * What tags are cached under.
     *
     * @param view whose view of the domain it is
     * @param domainId the domain
     */
    private record Key(View view, String domainId) {}

    /** Whether a domain's tags can be served without a call. */
    boolean isAtHand(String domainId, Ledger ledger) {
        return lists.isAtHand(key(domainId), wanted(domainId), ledger);
    }

    /** The tags of a domain: cached ones while they are fresh, else by a call, else cached ones if there are no others. */
    Uni<Index> get(String domainId, Ledger ledger) {
        return lists.get(key(domainId), wanted(domainId), ledger);
    }

    private Key key(String domainId) {
        return new Key(lineWorks.view(), domainId);
    }

    private Wanted<Index> wanted(String domainId) {
        return ledger -> lineWorks.tags(domainId, ledger).map(tags -> Index.of(tags, domainId));
    }
}
