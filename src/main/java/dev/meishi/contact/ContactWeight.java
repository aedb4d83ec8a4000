package dev.meishi.contact;

import io.smallrye.graphql.api.Nullable;
import java.util.List;

/**
 * About how much memory a contact takes: two bytes a character at most, and the objects around them as a JVM with
 * compressed pointers lays them out.
 */
final class ContactWeight {

    /** The record itself with its lists, its name and its two times. */
    private static final int CONTACT = 700;

    /** A part of a contact in one of its lists. */
    private static final int PART = 150;

    private static final int STRING = 48;

    private ContactWeight() {}

    static int of(Contact contact) {
        int parts = contact.emails().size()
                + contact.phones().size()
                + contact.organizations().size()
                + contact.locations().size()
                + contact.events().size()
                + contact.messengers().size()
                + contact.websites().size()
                + contact.photos().size()
                + contact.sharedMembers().size()
                + contact.worksAt().size();
        return CONTACT
                + parts * PART
                + strings(contact.tagResourceIds())
                + text(contact.id())
                + text(contact.resourceId())
                + text(contact.masterUserId())
                + text(contact.memo());
    }

    private static int strings(List<String> texts) {
        return texts.stream().mapToInt(ContactWeight::text).sum();
    }

    private static int text(@Nullable String text) {
        return text == null ? 0 : STRING + 2 * text.length();
    }
}
