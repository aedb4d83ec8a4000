package dev.meishi.quota;

/** The operations whose calls LINE WORKS counts separately. Their names belong to no version of the API. */
public enum Operation {
    /** A page of customer and client contacts. */
    LIST_CONTACTS("listContacts"),
    /** A page of the contacts that a member may see, where an API has an operation of its own for them. */
    LIST_MEMBER_CONTACTS("listMemberContacts"),
    /** One contact by its id. */
    GET_CONTACT("getContact"),
    /** Where the photo of a contact is. */
    GET_PHOTO("getPhoto"),
    /** A part of the list of tags. */
    LIST_TAGS("listTags"),
    /** A page of the list of members. */
    LIST_MEMBERS("listMembers"),
    /** A page of the list of members that has nothing but their ids, names and addresses. */
    LIST_MEMBER_KEYS("listMemberKeys"),
    /** A page of the list of groups' ids and names. */
    LIST_GROUP_KEYS("listGroupKeys"),
    /** A page of the list of organizations. */
    LIST_ORG_UNITS("listOrgUnits"),
    /** A page of a member's private contacts. */
    LIST_PRIVATE_CONTACTS("listPrivateContacts");

    private final String title;

    Operation(String title) {
        this.title = title;
    }

    /**
     * The operation as messages and metrics name it.
     *
     * @return in camel case
     */
    public String title() {
        return title;
    }
}
