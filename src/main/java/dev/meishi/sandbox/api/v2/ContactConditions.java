package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.data.ContactEntry;
import dev.meishi.sandbox.data.ContactFilter;
import dev.meishi.sandbox.data.ContactStore;
import dev.meishi.sandbox.data.Directory;
import dev.meishi.sandbox.data.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The parameters that say which contacts a list is about; all of them have to hold unless that is read otherwise. */
final class ContactConditions {

    /** The parameters, in the order in which a cursor is bound to them. */
    static final List<String> NAMES = List.of(
            "searchDateType",
            "startDateTime",
            "endDateTime",
            "accessibleRange",
            "contactTagId",
            "email",
            "telephone",
            "searchFilterType");

    private static final int MIN_DIGITS = 4;

    private ContactConditions() {}

    /**
     * Reads the filters; an unknown tag matches nothing.
     *
     * @param viewer the member whose contacts are asked for; empty for all contacts
     */
    static ContactFilter read(
            QueryParameters parameters, ListReadings readings, ContactStore contacts, Optional<String> viewer) {
        List<Predicate<ContactEntry>> conditions = new ArrayList<>();
        viewer.map(Directory::identities).ifPresent(ids -> conditions.add(entry -> entry.isVisibleTo(ids)));
        TimeWindow.from(parameters, readings).ifPresent(window -> conditions.add(window::covers));
        List<Predicate<ContactEntry>> filters = new ArrayList<>();
        parameters
                .oneOf("accessibleRange", "ALL", "MEMBER")
                .ifPresent(range -> filters.add(entry -> entry.open() == range.equals("ALL")));
        parameters
                .text("contactTagId")
                .ifPresent(id -> filters.add(entry -> entry.tagIds().contains(id)));
        parameters
                .oneOf("searchFilterType", "LINKED_EXTERNAL_USER")
                .ifPresent(external -> filters.add(ContactEntry::external));
        parameters
                .text("email", 256)
                .map(part -> part.toLowerCase(Locale.ROOT))
                .ifPresent(part -> filters.add(entry -> contacts.reach(entry).hasEmail(part)));
        parameters.text("telephone", 100).ifPresent(part -> filters.add(reached(part, readings, contacts)));
        if (readings.filters() == ListReadings.Filters.ANY && !filters.isEmpty()) {
            conditions.add(filters.stream().reduce(Predicate::or).orElseThrow());
        } else {
            conditions.addAll(filters);
        }
        return new ContactFilter(List.copyOf(conditions));
    }

    private static Predicate<ContactEntry> reached(String part, ListReadings readings, ContactStore contacts) {
        String digits = digits(part);
        if (digits.length() < MIN_DIGITS) {
            throw Refusals.invalidParameter("telephone must have at least " + MIN_DIGITS + " digits, found " + part);
        }
        boolean plain = readings.telephoneDashes() == ListReadings.TelephoneDashes.IGNORED;
        boolean all = readings.telephonesSearched() == ListReadings.TelephonesSearched.ALL;
        return entry -> {
            Reach reach = contacts.reach(entry);
            for (String phone : all ? reach.phones() : List.of(reach.primaryPhone())) {
                if (plain ? digits(phone).contains(digits) : phone.contains(part.strip())) {
                    return true;
                }
            }
            return false;
        };
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }
}
