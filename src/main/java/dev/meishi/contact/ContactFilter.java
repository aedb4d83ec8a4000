package dev.meishi.contact;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A filter for contacts, which must match every given condition. */
@Input("ContactFilter")
@Description("Which contacts are wanted. Every condition given must hold; null and absent mean no condition.")
public record ContactFilter(
        @Id @Description("Domain to search; the gateway's own if absent.") @Nullable
        String domainId,

        @Description(
                "Text to search for in names, company names and tag names; blanks around it do not count, and nothing but blanks is no condition. With API 1.0 of LINE WORKS how it is matched is LINE WORKS's to decide. API 2.0 has no such search: the list is read for it, as far as the calls allowed go, so that a page may have fewer contacts than requested, or none, though hasNextPage is true; endCursor leads on.")
        @Nullable
        String keyword,

        @Id @Description("Contacts with this tag: its tagResourceId or its id.") @Nullable
        String tagResourceId,

        @Description(
                "Contacts with several tags, or with one of several. LINE WORKS searches by one tag, so the list is read for the others, as far as the calls allowed go: a page may have fewer contacts than requested, or none, though hasNextPage is true; endCursor leads on.")
        @Nullable
        TagFilter tags,

        @Description("true: contacts every member sees; false: contacts only some members see.") @Nullable
        Boolean open,

        @Description("true: only external contacts. false is no condition.") @Nullable
        Boolean externalOnly,

        @Id @Description("Contacts this member may see: the member's memberId or id.") @Nullable
        String accessibleTo,

        @Description("Contacts created in this span. Not together with modifiedBetween.") @Nullable
        DateTimeRange createdBetween,

        @Description("Contacts last updated in this span. Not together with createdBetween.") @Nullable
        DateTimeRange modifiedBetween,

        @Description(
                "A part of an e-mail address, such as a domain. Only with API 2.0 of LINE WORKS; with 1.0 keyword is what comes nearest.")
        @Nullable
        String email,

        @Description(
                "A phone number or a part of one, of four digits at least. Signs between the digits do not count, nor do a leading 0 and the country codes of Japan and Korea. Only with API 2.0 of LINE WORKS.")
        @Nullable
        String phone) {

    /** No condition at all. */
    static final ContactFilter NONE =
            new ContactFilter(null, null, null, null, null, null, null, null, null, null, null);
}
