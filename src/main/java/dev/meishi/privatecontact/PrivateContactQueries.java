package dev.meishi.privatecontact;

import dev.meishi.connection.Cursor;
import dev.meishi.connection.CursorScope;
import dev.meishi.connection.PageArguments;
import dev.meishi.connection.Slice;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Capabilities.Ability;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.listing.ListSource;
import dev.meishi.listing.Listing;
import dev.meishi.listing.ListingPart;
import dev.meishi.pages.Pages;
import dev.meishi.relay.GlobalId;
import io.smallrye.graphql.api.Deprecated;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The root field for private contacts. */
@GraphQLApi
public class PrivateContactQueries {

    /** Longest e-mail address (RFC 5321, section 4.5.3.1). */
    private static final int MAX_LENGTH = 256;

    private final LineWorks lineWorks;
    private final Pages pages;
    private final PrivateContactConfig config;
    private final CurrentLedger ledger;

    PrivateContactQueries(LineWorks lineWorks, Pages pages, PrivateContactConfig config, CurrentLedger ledger) {
        this.lineWorks = lineWorks;
        this.pages = pages;
        this.config = config;
        this.ledger = ledger;
    }

    @Query("privateContacts")
    @Deprecated(
            reason =
                    "LINE WORKS: This API will soon be deprecated. Please use another API. It is strongly recommended to use it only for migration.")
    @Description("A member's private contacts, a page at a time. Switched off unless the installation enables it.")
    public Uni<@Nullable PrivateContactConnection> privateContacts(
            @Name("memberEmail") @NonNull @Description("E-mail address of the member.") String memberEmail,
            @Name("first")
                    @Nullable
                    @Description(
                            "How many contacts, 0 to 500; 20 if absent. With 0 the page is empty, and has its pageInfo and totalCount.")
                    Integer first,
            @Name("after") @Nullable @Description("Cursor: contacts after this one.") String after) {
        if (!config.enabled()) {
            throw new Failure(
                    ErrorCode.FEATURE_DISABLED,
                    "Private contacts are switched off here; see meishi.private-contacts.enabled.");
        }
        if (!lineWorks.capabilities().has(Ability.PRIVATE_CONTACTS)) {
            throw new Failure(
                    ErrorCode.FEATURE_DISABLED,
                    "Private contacts cannot be read here: the API of LINE WORKS that this installation calls has none. Ask for contacts with filter.accessibleTo: it has what the member may see.");
        }
        if (memberEmail.isBlank() || memberEmail.length() > MAX_LENGTH) {
            throw new Failure(
                    ErrorCode.INVALID_ARGUMENT,
                    "memberEmail must have 1 to " + MAX_LENGTH + " characters, found " + memberEmail.length() + ".");
        }
        if (GlobalId.isOne(memberEmail)) {
            throw new Failure(
                    ErrorCode.INVALID_ARGUMENT,
                    "memberEmail must be an e-mail address, found the id '" + memberEmail
                            + "'; give the member's email.");
        }
        long list = Cursor.fingerprint("privateContacts", memberEmail);
        Ledger current = ledger.get();
        ListSource<PrivateContact> lists = new PrivateContactLists(lineWorks, pages, memberEmail);
        Slice wanted = new PageArguments(first, after, null, null).wanted(list, lists);
        ListingPart<PrivateContact> part = new Listing<>(lists, current).part(wanted);
        return current.admission()
                .declare(part.plan("privateContacts"))
                .chain(admitted -> part.read())
                .map(selection ->
                        PrivateContactConnection.of(selection, lists.keys(), new CursorScope(list, lists.seal())));
    }
}
