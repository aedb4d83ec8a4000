package dev.meishi.tag;

import dev.meishi.contact.Contact;
import dev.meishi.json.Text;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Domains;
import dev.meishi.relay.GlobalId;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        return current.planned(plan("tags")).chain(admitted -> tags.all(domain, current));
    }

    @Query("tag")
    @Description("The tag with this global id, null if there is none. A malformed id is INVALID_ID.")
    public Uni<@Nullable Tag> tag(@Name("id") @Id @NonNull @Description("Global id of a tag.") String id) {
        GlobalId wanted = GlobalId.parse(id, Tag.TYPE);
        Ledger current = ledger.get();
        return current.planned(plan("tag"))
                .chain(admitted -> tags.find(wanted, current))
                .map(found -> (Tag) found.orElse(null));
    }

    private Ledger.Plan plan(String field) {
        return new Ledger.Plan(field, tags.calls(1), "", "Ask for the tags of fewer domains at once.");
    }

    /** Called once for all contacts of an answer; as many lists as contacts, in their order. */
    @Name("tags")
    @Description("The contact's tags, in the order of tagResourceIds; null with an error if they cannot be looked up.")
    @Nullable
    public Uni<List<@Nullable List<@NonNull Tag>>> tags(@Source List<Contact> contacts) {
        Map<String, List<Integer>> byDomain = IntStream.range(0, contacts.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> contacts.get(i).domainId(), LinkedHashMap::new, Collectors.toList()));
        Ledger current = ledger.get();
        List<Uni<Map<Integer, List<Tag>>>> lookups = byDomain.entrySet().stream()
                .map(entry -> ofDomain(entry.getKey(), entry.getValue(), contacts, current))
                .toList();
        return Uni.join().all(lookups).andCollectFailures().map(found -> {
            List<@Nullable List<Tag>> inOrder = new ArrayList<>(Collections.nCopies(contacts.size(), null));
            found.forEach(part -> part.forEach(inOrder::set));
            return inOrder;
        });
    }

    private Uni<Map<Integer, List<Tag>>> ofDomain(
            String domainId, List<Integer> places, List<Contact> contacts, Ledger current) {
        List<List<String>> ids =
                places.stream().map(i -> tagIds(contacts.get(i))).toList();
        return tags.named(domainId, ids, current)
                .map(found ->
                        IntStream.range(0, places.size()).boxed().collect(Collectors.toMap(places::get, found::get)));
    }

    private static List<String> tagIds(Contact contact) {
        return contact.tagResourceIds().stream().map(Text::toString).toList();
    }
}
