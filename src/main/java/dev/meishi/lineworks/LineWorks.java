package dev.meishi.lineworks;

import dev.meishi.connection.CursorSeal;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.Room;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway asks of LINE WORKS, free of any API generation's URLs and parameters. Every method makes at most the
 * calls it says, one more for each that LINE WORKS failed, each within the configured timeout and each when the quota
 * allows, and fails only with {@link dev.meishi.failure.Failure}. Who cancels makes no further call, and the one in flight
 * is aborted.
 */
public interface LineWorks {

    /**
     * What can be asked for.
     *
     * @return the same at every call
     */
    Capabilities capabilities();

    /**
     * Whose view all of this is: what one sees may not be shown to another.
     *
     * @return the same at every call
     */
    View view();

    /**
     * What cursors are sealed with that carry one of the API's, in this view.
     *
     * @return the same at every call, and in every process with the same settings
     */
    CursorSeal cursorSeal();

    /**
     * What the quota has room for of {@link #contacts}.
     *
     * @param domainId the domain
     * @param ledger of who wants to make calls, whose share of the quota counts
     * @return calls; without end where there is no quota
     */
    default Room roomForPages(String domainId, Ledger ledger) {
        return Room.ENDLESS;
    }

    /**
     * What the quota has room for of {@link #contact}.
     *
     * @param domainId the domain
     * @param ledger of who wants to make calls, whose share of the quota counts
     * @return calls; without end where there is no quota
     */
    default Room roomForContacts(String domainId, Ledger ledger) {
        return Room.ENDLESS;
    }

    /**
     * One page of customer and client contacts; one call.
     *
     * @param <C> what a contact is built as
     * @param search which contacts, in which order
     * @param page which page: by its number where {@link Capabilities#seeksByRank}, and then it must end at or before
     *     {@link Capabilities#resultCap}; else by the cursor that the page before came with, null for the first page
     * @param builders make a builder for each answer; a {@link dev.meishi.failure.Failure} of it is one of the call
     * @param ledger of the operation that the calls are for
     * @return the page, total unknown; fails with {@code CURSOR_STALE} if the page's cursor is not served any more
     */
    <C> Uni<Page<C>> contacts(
            ContactSearch search, PageRequest page, Supplier<ContactBuilder<C>> builders, Ledger ledger);

    /**
     * One contact; one call.
     *
     * @param <C> what it is built as
     * @param domainId the domain it belongs to
     * @param resourceId its id there
     * @param builders make a builder for each answer; a {@link dev.meishi.failure.Failure} of it is one of the call
     * @param ledger of the operation that the calls are for
     * @return empty if LINE WORKS knows no such contact
     */
    <C> Uni<Optional<C>> contact(
            String domainId, String resourceId, Supplier<ContactBuilder<C>> builders, Ledger ledger);

    /**
     * The photo of a contact; one call.
     *
     * @param domainId the domain the contact belongs to
     * @param resourceId its id there
     * @param tag of what the client has of it already, an entity tag; null if nothing
     * @param ledger of the operation that the call is for
     * @return to be read or abandoned; fails with {@code NOT_FOUND} if there is no such contact or it has no photo
     */
    default Uni<UpstreamPhoto> photo(String domainId, String resourceId, @Nullable String tag, Ledger ledger) {
        return Uni.createFrom()
                .failure(new Failure(
                        ErrorCode.FEATURE_DISABLED,
                        "This API of LINE WORKS has no photos that can be fetched: API 1.0 names a path and no host."));
    }

    /**
     * All tags of a domain; one call for every 500 tags.
     *
     * @param domainId the domain
     * @param ledger of the operation that the calls are for
     * @return in the vendor's order; fails with {@code FEATURE_DISABLED} if there is no tag source
     */
    Uni<List<UpstreamTag>> tags(String domainId, Ledger ledger);

    /**
     * Whether tags can be asked for at all.
     *
     * @return false if no tag source is configured
     */
    boolean hasTags();

    /**
     * All members, organizations or groups; one call for every 100 of them. Not to be asked for without {@link
     * Capabilities.Ability#MEMBERS}.
     *
     * @param kind which of them; {@code UNKNOWN} is no list
     * @param domainId the domain
     * @param ledger of the operation that the calls are for
     * @return in the vendor's order; fails with {@code UPSTREAM_FORBIDDEN} if the scope for them is missing
     */
    default Uni<List<UpstreamMember>> members(Kind.Sharer kind, String domainId, Ledger ledger) {
        return Uni.createFrom()
                .failure(new Failure(
                        ErrorCode.FEATURE_DISABLED,
                        "This API of LINE WORKS has no list of members. Leave out master, member and the names of shared"
                                + " members; their ids are there."));
    }

    /**
     * One page of a member's private contacts; one call. Not to be asked for without {@link
     * Capabilities.Ability#PRIVATE_CONTACTS}.
     *
     * @param memberEmail whose contacts
     * @param page which page
     * @param ledger of the operation that the calls are for
     * @return the page with the exact total
     */
    Uni<Page<UpstreamPrivateContact>> privateContacts(String memberEmail, PageRequest page, Ledger ledger);
}
