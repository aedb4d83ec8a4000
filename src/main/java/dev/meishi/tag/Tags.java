package dev.meishi.tag;

import dev.meishi.contact.Contact;
import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.TagPayload;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import dev.meishi.relay.NodeSource;
import dev.meishi.reset.UpstreamReset;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
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

    private static final Index NONE = new Index(Map.of());

    private final LineWorks lineWorks;
    private final Domains domains;
    private final Cache cache;

    Tags(LineWorks lineWorks, Domains domains, @CacheName("tags") Cache cache) {
        this.lineWorks = lineWorks;
        this.domains = domains;
        this.cache = cache;
    }

    /** Tags of another LINE WORKS are of no use any more. */
    void forget(@Observes UpstreamReset reset) {
        cache.invalidateAll().subscribe().with(done -> {});
    }

    /**
     * The tags of a domain.
     *
     * @param version of this list of them, and of no other
     * @param byId in the vendor's order
     */
    private record Index(Object version, Map<Text, Tag> byId) {

        Index(Map<Text, Tag> byId) {
            this(new Object(), byId);
        }
    }

    /** A contact's tags, as of a version of the list. */
    private record Named(Object version, List<Tag> tags) {}

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
        return index(id.domainId(), ledger)
                .map(tags -> Optional.ofNullable(tags.byId().get(Text.of(id.key()))));
    }

    /** All of them by one list of tags; a list of more than 500 takes more than one call, and is rare. */
    @Override
    public int calls(int count) {
        return lineWorks.hasTags() ? 1 : 0;
    }

    /** All tags of a domain, in the vendor's order. */
    Uni<List<Tag>> all(String domainId, Ledger ledger) {
        return index(domainId, ledger).map(tags -> List.copyOf(tags.byId().values()));
    }

    /**
     * The tags of contacts of one domain, in the order of their ids; without a tag source, or unknown to it, a tag has no
     * name. They are looked up once for a contact and a list of tags.
     */
    Uni<List<List<Tag>>> of(String domainId, List<Contact> contacts, Ledger ledger) {
        boolean isNeeded = lineWorks.hasTags()
                && contacts.stream()
                        .anyMatch(contact -> !contact.tagResourceIds().isEmpty());
        Uni<Index> index = isNeeded ? index(domainId, ledger) : Uni.createFrom().item(NONE);
        return index.map(known -> {
            List<List<Tag>> tags = new ArrayList<>(contacts.size());
            for (Contact contact : contacts) {
                tags.add(of(contact, known));
            }
            return tags;
        });
    }

    private static List<Tag> of(Contact contact, Index known) {
        if (contact.workedOut().get(Tags.class) instanceof Named named
                && named.version().equals(known.version())) {
            return named.tags();
        }
        List<Tag> tags = named(contact.domainId(), contact.tagResourceIds(), known.byId());
        contact.workedOut().put(Tags.class, new Named(known.version(), tags));
        return tags;
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
    private Uni<Index> index(String domainId, Ledger ledger) {
        Uni<Index> shared = cache.getAsync(
                domainId, domain -> lineWorks.tags(domain, ledger).map(tags -> new Index(index(tags, domain))));
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
