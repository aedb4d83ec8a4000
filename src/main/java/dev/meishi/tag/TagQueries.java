package dev.meishi.tag;

import dev.meishi.contact.Contact;
import dev.meishi.failure.PartialFailure;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Domains;
import dev.meishi.relay.GlobalId;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The root fields for tags, and the tags of a contact. */
@GraphQLApi
public class TagQueries {

    private final Tags tags;
    private final Domains domains;
    private final CurrentLedger ledger;

    TagQueries(Tags tags, Domains domains, CurrentLedger ledger) {
        this.tags = tags;
        this.domains = domains;
        this.ledger = ledger;
    }

    @Query("tags")
    @Nullable
    @Description("All tags of a domain, in LINE WORKS's order; null with an error if they cannot be had.")
    public Uni<List<@NonNull Tag>> tags(
            @Name("domainId") @Id @Nullable @Description("The domain; the gateway's own if absent.") String domainId) {
        String domain = domains.named(domainId);
        Ledger current = ledger.get();
        return current.admission().declare(plan("tags", domain, current)).chain(admitted -> tags.all(domain, current));
    }

    @Query("tag")
    @Description("The tag with this global id, null if there is none. A malformed id is INVALID_ID.")
    public Uni<@Nullable Tag> tag(@Name("id") @Id @NonNull @Description("Global id of a tag.") String id) {
        GlobalId wanted = GlobalId.parse(id, Tag.TYPE);
        Ledger current = ledger.get();
        return current.admission()
                .declare(plan("tag", wanted.domainId(), current))
                .chain(admitted -> tags.find(wanted, current))
                .map(found -> (Tag) found.orElse(null));
    }

    private CallEstimate plan(String field, String domainId, Ledger current) {
        int calls = tags.calls(domainId, current);
        String how = calls == 0 ? "from the cache" : "by one call for each 500 tags";
        return new CallEstimate(field, calls, how, "Ask for the tags of fewer domains at once.");
    }

    /**
     * Called once for all contacts of an answer; as many lists as contacts, in their order. What a contact's own list comes
     * to does not depend on the others: one without tags needs none to be looked up, and a domain whose tags cannot be had
     * fails for its own contacts.
     */
    @Name("tags")
    @Description("The contact's tags, in the order of tagResourceIds; null with an error if they cannot be looked up.")
    @Nullable
    public Uni<List<@Nullable List<@NonNull Tag>>> tags(@Source List<Contact> contacts) {
        String only = onlyDomain(contacts);
        return only == null ? ofSeveral(contacts) : ofOne(only, contacts);
    }

    private Uni<List<@Nullable List<Tag>>> ofOne(String domainId, List<Contact> contacts) {
        return tags.of(domainId, contacts, ledger.get())
                .map(TagQueries::lists)
                .onFailure()
                .transform(thrown -> {
                    List<@Nullable Object> outcomes = new ArrayList<>(contacts.size());
                    contacts.forEach(
                            contact -> outcomes.add(contact.tagResourceIds().isEmpty() ? List.of() : thrown));
                    return new PartialFailure(outcomes);
                });
    }

    /** The domain of all of them, whether they have tags or not; null if there are several, or none. */
    private static @Nullable String onlyDomain(List<Contact> contacts) {
        String first = contacts.isEmpty() ? null : contacts.get(0).domainId();
        for (Contact contact : contacts) {
            if (!contact.domainId().equals(first)) {
                return null;
            }
        }
        return first;
    }

    private Uni<List<@Nullable List<Tag>>> ofSeveral(List<Contact> contacts) {
        Map<String, List<Integer>> byDomain = new LinkedHashMap<>();
        List<@Nullable Object> outcomes = new ArrayList<>(contacts.size());
        for (int i = 0; i < contacts.size(); i++) {
            outcomes.add(List.of());
            Contact contact = contacts.get(i);
            if (!contact.tagResourceIds().isEmpty()) {
                byDomain.computeIfAbsent(contact.domainId(), domain -> new ArrayList<>())
                        .add(i);
            }
        }
        Ledger current = ledger.get();
        List<Uni<Boolean>> lookups = byDomain.entrySet().stream()
                .map(entry -> ofDomain(entry.getKey(), entry.getValue(), contacts, outcomes, current))
                .toList();
        if (lookups.isEmpty()) {
            return Uni.createFrom().item(lists(outcomes));
        }
        return Uni.join().all(lookups).andFailFast().map(found -> {
            if (found.contains(false)) {
                throw new PartialFailure(outcomes);
            }
            return lists(outcomes);
        });
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable List<Tag>> lists(List<?> outcomes) {
        return (List<@Nullable List<Tag>>) outcomes;
    }

    /** Puts the results of the contacts at some places into the outcomes; false if they fail. */
    private Uni<Boolean> ofDomain(
            String domainId,
            List<Integer> places,
            List<Contact> contacts,
            List<@Nullable Object> outcomes,
            Ledger current) {
        List<Contact> tagged = new ArrayList<>(places.size());
        places.forEach(place -> tagged.add(contacts.get(place)));
        return tags.of(domainId, tagged, current).onItemOrFailure().transform((found, thrown) -> {
            for (int i = 0; i < places.size(); i++) {
                outcomes.set(places.get(i), thrown == null ? found.get(i) : thrown);
            }
            return thrown == null;
        });
    }
}
