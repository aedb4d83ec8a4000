package dev.meishi.privatecontact;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Cursor;
import dev.meishi.connection.PageArguments;
import dev.meishi.connection.PageWanted;
import dev.meishi.connection.RangePlanner;
import dev.meishi.connection.Slice;
import dev.meishi.connection.Window;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.LineWorks;
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

    /** The migration API documents no cap; this is the largest multiple of a page that a rank can count to. */
    private static final int CAP = Integer.MAX_VALUE / LineWorks.MAX_PAGE_SIZE * LineWorks.MAX_PAGE_SIZE;

    private static final RangePlanner PLANNER = new RangePlanner(LineWorks.MAX_PAGE_SIZE, CAP);

    /** Longest e-mail address (RFC 5321, section 4.5.3.1). */
    private static final int MAX_LENGTH = 256;

    private final LineWorks lineWorks;
    private final PrivateContactConfig config;
    private final CurrentLedger ledger;

    PrivateContactQueries(LineWorks lineWorks, PrivateContactConfig config, CurrentLedger ledger) {
        this.lineWorks = lineWorks;
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
            @Name("first") @Nullable @Description("How many contacts, 1 to 500; 20 if absent.") Integer first,
            @Name("after") @Nullable @Description("Cursor: contacts after this one.") String after) {
        if (!config.enabled()) {
            throw new Failure(
                    ErrorCode.FEATURE_DISABLED,
                    "Private contacts are switched off here; see meishi.private-contacts.enabled.");
        }
        if (memberEmail.isBlank() || memberEmail.length() > MAX_LENGTH) {
            throw new Failure(
                    ErrorCode.INVALID_ARGUMENT,
                    "memberEmail must have 1 to " + MAX_LENGTH + " characters, found " + memberEmail.length() + ".");
        }
        long list = Cursor.fingerprint("privateContacts", memberEmail);
        Window wanted = window(new PageArguments(first, after, null, null).wanted(list));
        if (wanted.end() > CAP) {
            throw new Failure(ErrorCode.INVALID_CURSOR, "The cursor was not made by this gateway.");
        }
        Ledger current = ledger.get();
        return Slice.of(wanted, PLANNER.plan(wanted), page -> lineWorks.privateContacts(memberEmail, page, current))
                .map(slice -> PrivateContactConnection.of(slice, list));
    }

    private static Window window(PageWanted wanted) {
        Anchor after = wanted.after();
        return new Window(after == null ? 0 : after.rank() + 1, wanted.count());
    }
}
