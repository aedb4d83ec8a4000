package dev.meishi.tag;

import dev.meishi.contact.Contact;
import dev.meishi.contact.TagNames;
import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import dev.meishi.relay.NodeSearch;
import dev.meishi.relay.NodeSource;
import dev.meishi.tag.TagCache.Index;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The tags of a domain by their ids, asked for once and cached for a while: callers that come while the list is being
 * loaded wait for the same call, and a failure is not cached.
 */
@Singleton
class Tags implements NodeSource, TagNames {

    private final LineWorks lineWorks;
    private final Domains domains;
    private final TagCache cache;

    Tags(LineWorks lineWorks, Domains domains, TagCache cache) {
        this.lineWorks = lineWorks;
        this.domains = domains;
        this.cache = cache;
    }

    /** A contact's tags, as of a version of the list. */
    private record Named(Object version, List<Tag> tags) {}

    @Override
    public String type() {
        return Tag.TYPE;
    }

    /** The tag with this id, empty if there is none. */
    Uni<Optional<Node>> find(GlobalId id, Ledger ledger) {
        if (!domains.has(id.domainId())) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (!lineWorks.hasTags()) {
            return Uni.createFrom().item(Optional.of(Tag.unnamed(id.key(), id.domainId())));
        }
        return cache.get(id.domainId(), ledger)
                .map(tags -> Optional.ofNullable(tags.byId().get(Text.of(id.key()))));
    }

    @Override
    public NodeSearch search(List<GlobalId> ids, Supplier<Set<String>> fields, Ledger ledger) {
        int calls = ids.stream()
                .map(GlobalId::domainId)
                .distinct()
                .mapToInt(domain -> calls(domain, ledger))
                .sum();
        return NodeSearch.each(ids, calls, "the tags of a domain by one call", id -> find(id, ledger));
    }

    /** Calls to name tags of a domain, as of what is cached; a list of more than 500 takes more than one, and is rare. */
    @Override
    public int calls(String domainId, Ledger ledger) {
        boolean isAsked = lineWorks.hasTags() && domains.has(domainId);
        return isAsked && !cache.isAtHand(domainId, ledger) ? 1 : 0;
    }

    @Override
    public Uni<Set<Text>> having(String domainId, Predicate<String> isWanted, Ledger ledger) {
        return cache.get(domainId, ledger).map(tags -> {
            Set<Text> ids = new HashSet<>();
            tags.byId().forEach((id, tag) -> {
                String name = Text.string(tag.name());
                if (name != null && isWanted.test(name)) {
                    ids.add(id);
                }
            });
            return ids;
        });
    }

    /** All tags of a domain, in the vendor's order. */
    Uni<List<Tag>> all(String domainId, Ledger ledger) {
        return cache.get(domainId, ledger).map(tags -> List.copyOf(tags.byId().values()));
    }

    /**
     * The tags of contacts of one domain, in the order of their ids; without a tag source, or unknown to it, a tag has no
     * name. They are looked up once for a contact and a list of tags.
     */
    Uni<List<List<Tag>>> of(String domainId, List<Contact> contacts, Ledger ledger) {
        boolean isNeeded = lineWorks.hasTags()
                && contacts.stream()
                        .anyMatch(contact -> !contact.tagResourceIds().isEmpty());
        Uni<Index> index =
                isNeeded ? cache.get(domainId, ledger) : Uni.createFrom().item(Index.NONE);
        return index.map(known -> {
            List<List<Tag>> tags = new ArrayList<>(contacts.size());
            for (Contact contact : contacts) {
                tags.add(of(contact, known));
            }
            return tags;
        });
    }

    private static List<Tag> of(Contact contact, Index known) {
        if (contact.attachments().get(Tags.class) instanceof Named named
                && named.version().equals(known.version())) {
            return named.tags();
        }
        List<Tag> tags = named(contact.domainId(), contact.tagResourceIds(), known.byId());
        contact.attachments().put(Tags.class, new Named(known.version(), tags));
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
}
