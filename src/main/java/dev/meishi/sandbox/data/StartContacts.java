package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The contacts of a store at its start. Their indices are their places.
 *
 * @param generator of the contacts that follow from the seed, where there are as many as the settings say
 */
record StartContacts(Seed seed, List<Tag> tags, Generator generator) {

    /**
     * The contacts in the order of their indices.
     *
     * @param now what a missing time counts as, in epoch seconds
     */
    List<ContactEntry> entries(StartData start, long now) {
        return start.contents() == Contents.SEEDED ? seeded(start.total(), now) : odd(start, now);
    }

    private List<ContactEntry> seeded(int total, long now) {
        List<ContactEntry> entries = new ArrayList<>(total);
        for (JsonObject sample : VendorSamples.contacts()) {
            if (entries.size() < total) {
                entries.add(VerbatimContact.entry(sample, entries.size(), 0, now));
            }
        }
        while (entries.size() < total) {
            entries.add(generator.entry(entries.size()));
        }
        return entries;
    }

    /** Spread over the same years as all of them are. */
    private List<ContactEntry> odd(StartData start, long now) {
        int total = start.contents().total(start.total());
        Generator few = new Generator(seed, tags, total, start.end());
        ContactCard cards = new ContactCard(few);
        List<ContactEntry> entries = new ArrayList<>(total);
        for (int index = 0; index < total; index++) {
            JsonObject contact = OddContact.of(start.contents(), cards.of(few.entry(index)), index);
            entries.add(VerbatimContact.entry(contact, index, 0, now));
        }
        return entries;
    }
}
