package dev.meishi.sandbox;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tenant's contacts. Readers see the last finished change; writers wait for each other.
 *
 * <p>A generated contact is kept as its {@link Entry} only. Contacts given as JSON, the vendor's two samples first, are
 * kept as they are and served verbatim.
 */
final class ContactBook {

    private final Generator generator;
    private final ContactCard card;
    private final Seed seed;
    private final int total;
    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private volatile SortedContacts sorted;
    private int verbatimCount;
    private int nextIndex;
    private int batches;

    ContactBook(Seed seed, List<Tag> tags, int total, Clock clock) {
        this.seed = seed;
        this.total = total;
        this.clock = clock;
        generator = new Generator(seed, tags, total);
        card = new ContactCard(generator);
        sorted = initial();
    }

    /** Forgets every change and addition. */
    synchronized void reset() {
        entries.clear();
        verbatimCount = 0;
        nextIndex = 0;
        batches = 0;
        sorted = initial();
    }

    private SortedContacts initial() {
        List<Entry> initial = new ArrayList<>(total);
        for (JsonObject sample : VendorSamples.contacts()) {
            if (initial.size() < total) {
                initial.add(VerbatimContact.entry(sample, nextIndex++, now()));
                verbatimCount++;
            }
        }
        while (initial.size() < total) {
            initial.add(generator.entry(nextIndex++));
        }
        initial.forEach(entry -> entries.put(entry.resourceId(), entry));
        return SortedContacts.of(initial);
    }

    SortedContacts.Page page(ListQuery query) {
        return sorted.page(query);
    }

    int total() {
        return sorted.total();
    }

    /** A contact in full; the caller may change the answer. */
    Optional<JsonObject> find(String resourceId) {
        return Optional.ofNullable(entries.get(resourceId)).map(this::inFull);
    }

    /** A contact as a list shows it. A verbatim one is shown as it was given. */
    JsonObject asListed(Entry entry) {
        JsonObject full = inFull(entry);
        return entry.verbatim() == null ? ContactCard.asListed(full) : full;
    }

    /** Adds a contact as it stands, or replaces the one with its {@code resourceId}. */
    synchronized void add(JsonObject contact) {
        String resourceId = contact.getString("resourceId");
        Entry known = entries.get(resourceId);
        int index = known == null ? nextIndex++ : known.index();
        replace(known == null ? List.of() : List.of(known), List.of(VerbatimContact.entry(contact, index, now())));
    }

    /** Takes a contact out; false when there is none. */
    synchronized boolean remove(String resourceId) {
        Entry known = entries.get(resourceId);
        if (known != null) {
            replace(List.of(known), List.of());
        }
        return known != null;
    }

    /** Applies random changes at once. Verbatim contacts are left alone; no contact is changed twice in one batch. */
    synchronized ChangeBatch change(ChangeBatch.Size size) {
        Dice dice = seed.dice("changes", batches++, 0);
        List<Entry> picked = generated(dice, size.updates() + size.deletes());
        List<Entry> updated = new ArrayList<>();
        List<Entry> deleted = new ArrayList<>();
        for (Entry entry : picked) {
            if (updated.size() < size.updates()) {
                updated.add(generator.entry(entry.index(), entry.revision() + 1, entry.created(), now()));
            } else {
                deleted.add(entry);
            }
        }
        List<Entry> inserted = new ArrayList<>();
        for (int i = 0; i < size.inserts(); i++) {
            inserted.add(generator.entry(nextIndex++, 0, now(), now()));
        }
        List<Entry> fresh = new ArrayList<>(updated);
        fresh.addAll(inserted);
        replace(picked, fresh);
        return ChangeBatch.of(inserted, updated, deleted);
    }

    private void replace(List<Entry> gone, List<Entry> fresh) {
        fresh.forEach(entry -> entries.put(entry.resourceId(), entry));
        gone.forEach(entry -> entries.remove(entry.resourceId(), entry));
        verbatimCount += verbatimIn(fresh) - verbatimIn(gone);
        sorted = sorted.with(gone, fresh);
    }

    /** Different generated contacts, as many as asked for or as there are. */
    private List<Entry> generated(Dice dice, int count) {
        int available = sorted.total() - verbatimCount;
        BitSet seen = new BitSet();
        List<Entry> picked = new ArrayList<>();
        while (picked.size() < Math.min(count, available)) {
            int place = dice.between(0, sorted.total() - 1);
            Entry entry = sorted.at(place);
            if (!seen.get(place) && entry.verbatim() == null) {
                seen.set(place);
                picked.add(entry);
            }
        }
        return picked;
    }

    private JsonObject inFull(Entry entry) {
        return entry.verbatim() == null ? card.of(entry) : entry.verbatim().copy();
    }

    private static int verbatimIn(List<Entry> entries) {
        return (int) entries.stream().filter(entry -> entry.verbatim() != null).count();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
