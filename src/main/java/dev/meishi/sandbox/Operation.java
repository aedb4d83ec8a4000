package dev.meishi.sandbox;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the simulator can be asked for, by the names its control endpoints use. */
enum Operation {
    LIST_CONTACTS("listContacts"),
    GET_CONTACT("getContact"),
    LIST_TAGS("listTags"),
    GET_TAG("getTag"),
    LIST_PRIVATE_CONTACTS("listPrivateContacts"),
    SERVER_TOKEN("serverToken");

    private final String title;

    Operation(String title) {
        this.title = title;
    }

    String title() {
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
