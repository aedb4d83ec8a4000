package dev.meishi.sandbox.faults;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What the simulator can be asked for, by the names its control endpoints use; what both versions have has one name. */
public enum Operation {
    /** A page of shared contacts. */
    LIST_CONTACTS("listContacts"),
    /** One shared contact. */
    GET_CONTACT("getContact"),
    /** A page of contact tags. */
    LIST_TAGS("listTags"),
    /** One contact tag. */
    GET_TAG("getTag"),
    /** A page of a member's private contacts. */
    LIST_PRIVATE_CONTACTS("listPrivateContacts"),
    /** A server token for an assertion. */
    SERVER_TOKEN("serverToken"),
    /** A page of the contacts that a member may see; API 2.0, as are all that follow. */
    LIST_MEMBER_CONTACTS("listMemberContacts"),
    /** A page of the tags that a member may see. */
    LIST_MEMBER_TAGS("listMemberTags"),
    /** The properties that the tenant has defined. */
    LIST_CUSTOM_PROPERTIES("listCustomProperties"),
    /** Where the photo of a contact is. */
    GET_PHOTO("getPhoto"),
    /** A page of members. */
    LIST_MEMBERS("listMembers"),
    /** One member. */
    GET_MEMBER("getMember"),
    /** A page of members' ids and names. */
    LIST_MEMBER_KEYS("listMemberKeys"),
    /** A page of groups' ids and names. */
    LIST_GROUP_KEYS("listGroupKeys"),
    /** A page of organisations. */
    LIST_ORG_UNITS("listOrgUnits"),
    /** An access token for an assertion or a refresh token. */
    ACCESS_TOKEN("accessToken");

    private final String title;

    Operation(String title) {
        this.title = title;
    }

    /** The name in the control endpoints. */
    public String title() {
        return title;
    }

    /**
     * An operation by its name, in any case: the name of an environment variable has none.
     *
     * @throws IllegalArgumentException if none has the name
     */
    public static Operation named(String title) {
        return Arrays.stream(values())
                .filter(operation -> operation.title.equalsIgnoreCase(title))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("Unknown operation " + title + "; allowed are "
                        + Arrays.stream(values()).map(Operation::title).collect(Collectors.joining(", "))));
    }
}
