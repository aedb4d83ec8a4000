package dev.meishi.contact;

import java.util.List;

/**
 * Estimates the memory of the contacts of a page: the body that all their texts are part of, and the objects beside it
 * as a JVM with compressed pointers lays them out.
 */
final class ContactWeight {

    /** The record itself with its name, its two times, its own texts and its memo, in which are its tags. */
    private static final int CONTACT = 700;

    /** The parts of a name that only a single contact has, with their texts. */
    private static final int DETAILS = 150;

    /** Why a contact cannot be read: its message, and its id. */
    private static final int FAULT = 800;

    /** A part of a contact in one of its lists, with its texts. */
    private static final int PART = 150;

    /** A text in a list. */
    private static final int TEXT = 32;

    private ContactWeight() {}

    static long of(List<Contact> contacts) {
        long bytes = 0;
        int body = 0;
        for (Contact contact : contacts) {
            bytes += objects(contact);
            body = Math.max(body, contact.resourceId().bodyLength());
        }
        return bytes + body;
    }

    private static int objects(Contact contact) {
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
        for (CustomProperty property : contact.customProperties()) {
            parts += 1 + property.values().size();
        }
        int texts = contact.tagResourceIds().size();
        for (WorksAt worksAt : contact.worksAt()) {
            texts += worksAt.buddyUserIds().size();
        }
        int beside = (contact.details() == null ? 0 : DETAILS) + (contact.fault() == null ? 0 : FAULT);
        return CONTACT + beside + parts * PART + texts * TEXT;
    }
}
