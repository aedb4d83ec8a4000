package dev.meishi.tag;

import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.TagPayload;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import dev.meishi.relay.NodeSource;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tags of a domain by their ids, asked for once and kept for a while: callers that come while the list is being
 * loaded wait for the same call, and a failure is not kept.
 */
@Singleton
class Tags implements NodeSource {

    private final LineWorks lineWorks;
    private final Domains domains;
    private final Cache cache;

    Tags(LineWorks lineWorks, Domains domains, @CacheName("tags") Cache cache) {
        this.lineWorks = lineWorks;
        this.domains = domains;
        this.cache = cache;
    }

    @Override
    public String type() {
        return Tag.TYPE;
    }

    @Override
    public Uni<Optional<Node>> find(GlobalId id, Ledger ledger) {
        if (!domains.has(id.domainId())) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (!lineWorks.hasTags()) {
            return Uni.createFrom().item(Optional.of(Tag.unnamed(id.key(), id.domainId())));
        }
        return byId(id.domainId(), ledger).map(tags -> Optional.ofNullable(tags.get(Text.of(id.key()))));
    }

    /** All of them by one list of tags; a list of more than 500 takes more than one call, and is rare. */
    @Override
    public int calls(int count) {
        return lineWorks.hasTags() ? 1 : 0;
    }

    /** All tags of a domain, in the vendor's order. */
    Uni<List<Tag>> all(String domainId, Ledger ledger) {
        return byId(domainId, ledger).map(tags -> List.copyOf(tags.values()));
    }

    /** The tags with these ids, in the order of the ids; without a tag source, or unknown to it, a tag has no name. */
    Uni<List<List<Tag>>> named(String domainId, List<List<Text>> ids, Ledger ledger) {
        boolean isNeeded = lineWorks.hasTags() && ids.stream().anyMatch(of -> !of.isEmpty());
        Uni<Map<Text, Tag>> known =
                isNeeded ? byId(domainId, ledger) : Uni.createFrom().item(Map.of());
        return known.map(tags -> {
            List<List<Tag>> named = new ArrayList<>(ids.size());
            for (List<Text> of : ids) {
                named.add(named(domainId, of, tags));
            }
            return named;
        });
    }

    private static List<Tag> named(String domainId, List<Text> ids, Map<Text, Tag> known) {
        List<Tag> tags = new ArrayList<>(ids.size());
        for (Text id : ids) {
            Tag tag = known.get(id);
            tags.add(tag == null ? Tag.unnamed(id.toString(), domainId) : tag);
        }
        return tags;
    }

    /**
     * One credential serves the whole gateway and tags are the same for all its callers, so the domain is the key. The
     * emitter keeps a caller's going away from the cache, which would cancel the load for all who wait for it: it goes
     * on, for the others and for the cache, even when none of them is left. It is on the ledger of who came first.
     */
    private Uni<Map<Text, Tag>> byId(String domainId, Ledger ledger) {
        Uni<Map<Text, Tag>> shared = cache.getAsync(
                domainId, domain -> lineWorks.tags(domain, ledger).map(tags -> index(tags, domain)));
        return Uni.createFrom().emitter(caller -> shared.subscribe().with(caller::complete, caller::fail));
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
}
