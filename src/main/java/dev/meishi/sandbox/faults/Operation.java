package dev.meishi.sandbox.faults;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the simulator can be asked for, by the names its control endpoints use. */
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
    SERVER_TOKEN("serverToken");

    private final String title;

    Operation(String title) {
        this.title = title;
    }

    /** The name in the control endpoints. */
    public String title() {
        return title;
    }

    static Optional<Operation> named(String title) {
        return Arrays.stream(values())
                .filter(operation -> operation.title.equals(title))
                .findAny();
    }

    static String titles() {
        return Arrays.stream(values()).map(Operation::title).collect(Collectors.joining(", "));
    }
}
