package dev.meishi.tag;

import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.TagPayload;
import dev.meishi.pages.Lifetime;
import dev.meishi.pages.PageLoader;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All tags of a domain, as a list of one: they are cached, shared and accounted for like a page of contacts.
 *
 * @param upstream where they come from
 * @param domainId whose tags
 * @param lifetime how old they may be
 */
record TagList(LineWorks upstream, String domainId, Lifetime lifetime) implements PageLoader<TagList.Index> {

    /** The only page there is. */
    static final PageRequest PAGE = new PageRequest(1, 1);

    /** Heap of a tag beside its texts. */
    private static final long TAG_BYTES = 400;

    /**
     * The tags of a domain.
     *
     * @param version of this list of them, and of no other
     * @param byId in the vendor's order
     */
    record Index(Object version, Map<Text, Tag> byId) {

        Index(Map<Text, Tag> byId) {
            this(new Object(), byId);
        }
    }

    /** What they are cached under: the credential tells whose view of the domain it is. */
    Object key() {
        return new Key(upstream.credential(), domainId);
    }

    private record Key(String credential, String domainId) {}

    @Override
    public Uni<Page<Index>> load(PageRequest page, Ledger ledger) {
        return upstream.tags(domainId, ledger)
                .map(tags -> new Page<>(List.of(new Index(index(tags, domainId))), false, 1));
    }

    private static Map<Text, Tag> index(List<TagPayload> payloads, String domainId) {
        Map<Text, Tag> tags = new LinkedHashMap<>();
        for (TagPayload payload : payloads) {
            String id = payload.id();
            if (id != null && !id.isEmpty()) {
                Tag tag = Tag.from(payload, id, domainId);
                tags.put(tag.tagResourceId(), tag);
            }
        }
        return tags;
    }

    /** An export names the tags of thousands of contacts, and asks for them no oftener than everybody else. */
    @Override
    public boolean isReference() {
        return true;
    }

    @Override
    public long weight(List<Index> lists) {
        return lists.stream()
                .flatMap(list -> list.byId().values().stream())
                .mapToLong(
                        tag -> TAG_BYTES + 2L * (tag.id().length() + length(tag.tagResourceId()) + length(tag.name())))
                .sum();
    }

    private static int length(@Nullable Text text) {
        return text == null ? 0 : text.toString().length();
    }
}
