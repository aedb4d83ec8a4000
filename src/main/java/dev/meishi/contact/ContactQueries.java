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
import java.time.OffsetDateTime;
import java.util.List;
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
    private final ContactPages pages;
    private final ContactSearches searches;
    private final ContactChanges changes;
    private final CurrentLedger ledger;
    private final Context context;

    ContactQueries(
            Contacts contacts,
            ContactPages pages,
            ContactSearches searches,
            ContactChanges changes,
            CurrentLedger ledger,
            Context context) {
        this.contacts = contacts;
        this.pages = pages;
        this.searches = searches;
        this.changes = changes;
        this.ledger = ledger;
        this.context = context;
    }

    @Query("contacts")
    @Description("Customer and client contacts, a page at a time.")
    @Nullable
    public Uni<ContactConnection> contacts(
            @Name("first")
                    @Nullable
                    @Description(
                            "How many contacts, 0 to 500; 20 if absent. With 0 the page is empty, and has its pageInfo and totalCount.")
                    Integer first,
            @Name("after") @Nullable @Description("Cursor: contacts after this one.") String after,
            @Name("last") @Nullable @Description("How many contacts, counted from the end or from before, 0 to 500.")
                    Integer last,
            @Name("before") @Nullable @Description("Cursor: contacts before this one; with last, those next to it.")
                    String before,
            @Name("filter") @Nullable @Description("Which contacts; all if absent.") ContactFilter filter,
            @Name("orderBy") @Nullable @Description("In which order; by creation time, oldest first, if absent.")
                    ContactOrder orderBy) {
        return pages.page(
                searches.of(filter, orderBy),
                new PageArguments(first, after, last, before),
                costlyFields(),
                ledger.get());
    }

    @Query("changes")
    @Description(
            "Contacts that were created or modified since a moment, by modification time, for clients with a copy of the list. Each contact comes in its latest state at its latest modification; one that changes while it is paged comes again. Deletions do not show. A second is served when it is safely over, so changes come some ten seconds late. When a page is empty, or hasNextPage is false, store endCursor and ask again with it later: nothing is missed, and nothing comes twice, except for one case: if the contact of the cursor has changed or is gone, all of its very second come again. A contact whose modification time cannot be read is null with an error where LINE WORKS sorts it. Cached pages are not used: every page takes one or two calls to LINE WORKS, so request some 400 contacts at once.")
    @Nullable
    public Uni<ContactConnection> changes(
            @Name("since")
                    @NonNull
                    @Description(
                            "Changes at this moment or later; a fraction of a second is passed over. The same for all pages.")
                    OffsetDateTime since,
            @Name("first")
                    @Nullable
                    @Description(
                            "How many contacts, 0 to 500; 20 if absent. With 0 the page is empty, and has its pageInfo and totalCount.")
                    Integer first,
            @Name("after") @Nullable @Description("Cursor: changes after this one, however long ago that was.")
                    String after,
            @Name("filter")
                    @Nullable
                    @Description(
                            "Which contacts; all if absent. Without createdBetween and modifiedBetween. A contact that no longer fits does not show.")
                    ContactFilter filter) {
        return changes.page(since, filter, new PageArguments(first, after, null, null), costlyFields(), ledger.get());
    }

    private CostlyFields costlyFields() {
        return CostlyFields.of(context.unwrap(DataFetchingEnvironment.class).getSelectionSet());
    }

    @Query("contact")
    @Description("The contact with this global id, null if there is none. A malformed id is INVALID_ID.")
    public Uni<@Nullable Contact> contact(@Name("id") @Id @NonNull @Description("Global id of a contact.") String id) {
        GlobalId wanted = GlobalId.parse(id, Contact.TYPE);
        Ledger current = ledger.get();
        return current.admission()
                .declare(contacts.plan(wanted, current))
                .chain(admitted -> contacts.find(wanted, current))
                .map(found -> (Contact) found.orElse(null));
    }

    @Name("totalCount")
    @Description(
            "How many contacts the whole list has. LINE WORKS gives no total: where it is not known already, finding it out takes up to seven calls, and up to sixteen for a span of more than seven days. With API 2.0, and with several tags in the filter, the list is read for it, at most as far as the calls allowed go. So ask for it where it is shown. See totalCountPrecision.")
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

    /** Called once for all contacts of an answer; as many names as contacts, in their order. */
    @Name("detailedName")
    @Description(
            "The name with prefix, middle name and suffix, which LINE WORKS sends for a single contact only: of a contact in a list it takes a call of its own. Null if the contact is gone meanwhile, and with an error if it cannot be had.")
    @Nullable
    public Uni<List<@Nullable DetailedName>> detailedName(@Source List<Contact> contacts) {
        return this.contacts.names(contacts, ledger.get());
    }
}
