package dev.meishi.contact;

import dev.meishi.connection.PageArguments;
import dev.meishi.connection.Total;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import dev.meishi.relay.GlobalId;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The root fields for contacts. */
@GraphQLApi
public class ContactQueries {

    private final Contacts contacts;
    private final ContactSearches searches;
    private final CurrentLedger ledger;
    private final Context context;

    ContactQueries(Contacts contacts, ContactSearches searches, CurrentLedger ledger, Context context) {
        this.contacts = contacts;
        this.searches = searches;
        this.ledger = ledger;
        this.context = context;
    }

    @Query("contacts")
    @Description("Customer and client contacts, a page at a time.")
    public Uni<@NonNull ContactConnection> contacts(
            @Name("first") @Nullable @Description("How many contacts, 1 to 500; 20 if absent.") Integer first,
            @Name("after") @Nullable @Description("Cursor: contacts after this one.") String after,
            @Name("last") @Nullable @Description("How many contacts, counted from the end or from before, 1 to 500.")
                    Integer last,
            @Name("before") @Nullable @Description("Cursor: contacts before this one; with last, those next to it.")
                    String before,
            @Name("filter") @Nullable @Description("Which contacts; all if absent.") ContactFilter filter,
            @Name("orderBy") @Nullable @Description("In which order; by creation time, oldest first, if absent.")
                    ContactOrder orderBy) {
        boolean isTotalWanted = context.unwrap(DataFetchingEnvironment.class)
                .getSelectionSet()
                .containsAnyOf("totalCount", "totalCountPrecision");
        return contacts.page(
                searches.of(filter, orderBy),
                new PageArguments(first, after, last, before),
                isTotalWanted,
                ledger.get());
    }

    @Query("contact")
    @Description("The contact with this global id, null if there is none. A malformed id is INVALID_ID.")
    public Uni<@Nullable Contact> contact(@Name("id") @Id @NonNull @Description("Global id of a contact.") String id) {
        GlobalId wanted = GlobalId.parse(id, Contact.TYPE);
        Ledger current = ledger.get();
        return current.planned(new Ledger.Plan("contact", 1, "", "Ask for fewer contacts at once."))
                .chain(admitted -> contacts.find(wanted, current))
                .map(found -> (Contact) found.orElse(null));
    }

    @Name("totalCount")
    @Description(
            "How many contacts the whole list has. LINE WORKS gives no total: where it is not known already, finding it out takes up to seven calls, and up to sixteen for a span of more than seven days. So ask for it where it is shown. See totalCountPrecision.")
    public Uni<@Nullable Integer> totalCount(@Source ContactConnection connection) {
        return connection.count().total().map(Total::count);
    }

    @Name("totalCountPrecision")
    @Description("Whether totalCount is exact. Costs what totalCount costs, once for both.")
    public Uni<@Nullable CountPrecision> totalCountPrecision(@Source ContactConnection connection) {
        return connection
                .count()
                .total()
                .map(total -> total.isExact() ? CountPrecision.EXACT : CountPrecision.AT_LEAST);
    }
}
