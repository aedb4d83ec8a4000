package dev.meishi.contact;

import dev.meishi.connection.PageArguments;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.relay.GlobalId;
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

    ContactQueries(Contacts contacts, ContactSearches searches) {
        this.contacts = contacts;
        this.searches = searches;
    }

    @Query("contacts")
    @Description("Customer and client contacts, a page at a time.")
    public Uni<@NonNull ContactConnection> contacts(
            @Name("first") @Nullable @Description("How many contacts, 1 to 500; 20 if absent.") Integer first,
            @Name("after") @Nullable @Description("Cursor: contacts after this one.") String after,
            @Name("last") @Nullable @Description("How many contacts from the end. Not supported yet.") Integer last,
            @Name("before") @Nullable @Description("Cursor: contacts before this one. Not supported yet.")
                    String before,
            @Name("filter") @Nullable @Description("Which contacts; all if absent.") ContactFilter filter,
            @Name("orderBy") @Nullable @Description("In which order; by creation time, oldest first, if absent.")
                    ContactOrder orderBy) {
        return contacts.page(searches.of(filter, orderBy), new PageArguments(first, after, last, before));
    }

    @Query("contact")
    @Description("The contact with this global id, null if there is none. A malformed id is INVALID_ID.")
    public Uni<@Nullable Contact> contact(@Name("id") @Id @NonNull @Description("Global id of a contact.") String id) {
        return contacts.find(GlobalId.parse(id, Contact.TYPE)).map(found -> (Contact) found.orElse(null));
    }

    @Name("totalCount")
    @Description(
            "How many contacts the whole list has. Known so far only on the list's last page; elsewhere NOT_YET_SUPPORTED.")
    public Uni<@Nullable Integer> totalCount(@Source ContactConnection connection) {
        Integer total = connection.total();
        return total != null
                ? Uni.createFrom().item(total)
                : Uni.createFrom()
                        .failure(
                                new Failure(
                                        ErrorCode.NOT_YET_SUPPORTED,
                                        "totalCount is not supported yet before a list's last page; use pageInfo.hasNextPage."));
    }
}
