package dev.meishi.sandbox.data;

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
 * <p>Of a generated contact only the {@link ContactEntry} is stored. Contacts given as JSON, the vendor's two samples
 * first, are stored as they are and served verbatim.
 */
public final class ContactStore {

    private final Generator generator;
    private final ContactCard card;
    private final Seed seed;
    private final int total;
    private final Clock clock;
    private final Map<String, ContactEntry> entries = new ConcurrentHashMap<>();
    private final Reaches reaches = new Reaches();
    private volatile SortedContacts sorted;
    private int verbatimCount;
    private int nextIndex;
    private int batches;

    ContactStore(Seed seed, List<Tag> tags, int total, Clock clock) {
        this.seed = seed;
        this.total = total;
        this.clock = clock;
        generator = new Generator(seed, tags, total);
        card = new ContactCard(generator);
        sorted = initial();
    }

    /** Forgets every change and addition. */
    public synchronized void reset() {
        entries.clear();
        reaches.clear();
        verbatimCount = 0;
        nextIndex = 0;
        batches = 0;
        sorted = initial();
    }

    private SortedContacts initial() {
        List<ContactEntry> initial = new ArrayList<>(total);
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

    /** The slice of the contacts that a query asks for. */
    public ContactPage page(ContactQuery query) {
        return sorted.page(query);
    }

    /** The contacts after a key. */
    public ContactPage page(KeysetQuery query) {
        return sorted.page(query);
    }

    /** How many contacts there are. */
    public int total() {
        return sorted.total();
    }

    /** A contact in full; the caller may change the answer. */
    public Optional<JsonObject> find(String resourceId) {
        return Optional.ofNullable(entries.get(resourceId)).map(this::inFull);
    }

    /** What lists have of a contact. */
    public Optional<ContactEntry> entry(String resourceId) {
        return Optional.ofNullable(entries.get(resourceId));
    }

    /** Under which addresses and numbers a contact is found; generated at the first question, for a scan asks of all. */
    public Reach reach(ContactEntry entry) {
        return reaches.of(entry, asked -> asked.verbatim() == null ? card.reachOf(asked) : asked.verbatim());
    }

    /** The contact of an entry in full; the caller may change the answer. */
    public JsonObject inFull(ContactEntry entry) {
        return entry.verbatim() == null ? card.of(entry) : entry.verbatim().copy();
    }

    /** Adds a contact as it stands, or replaces the one with its {@code resourceId}. */
    public synchronized void add(JsonObject contact) {
        String resourceId = contact.getString("resourceId");
        ContactEntry known = entries.get(resourceId);
        int index = known == null ? nextIndex++ : known.index();
        replace(known == null ? List.of() : List.of(known), List.of(VerbatimContact.entry(contact, index, now())));
    }

    /** Takes a contact out; false when there is none. */
    public synchronized boolean remove(String resourceId) {
        ContactEntry known = entries.get(resourceId);
        if (known != null) {
            replace(List.of(known), List.of());
        }
        return known != null;
    }

    /** Applies random changes at once. Verbatim contacts are left alone; no contact is changed twice in one batch. */
    public synchronized ChangeBatch change(ChangeBatch.Size size) {
        SeededRandom random = seed.random("changes", batches++, 0);
        List<ContactEntry> picked = generated(random, size.updates() + size.deletes());
        List<ContactEntry> updated = new ArrayList<>();
        List<ContactEntry> deleted = new ArrayList<>();
        for (ContactEntry entry : picked) {
            if (updated.size() < size.updates()) {
                updated.add(generator.entry(entry.index(), entry.revision() + 1, entry.created(), now()));
            } else {
                deleted.add(entry);
            }
        }
        List<ContactEntry> inserted = new ArrayList<>();
        for (int i = 0; i < size.inserts(); i++) {
            inserted.add(generator.entry(nextIndex++, 0, now(), now()));
        }
        List<ContactEntry> fresh = new ArrayList<>(updated);
        fresh.addAll(inserted);
        replace(picked, fresh);
        return ChangeBatch.of(inserted, updated, deleted);
    }

    private void replace(List<ContactEntry> gone, List<ContactEntry> fresh) {
        fresh.forEach(entry -> entries.put(entry.resourceId(), entry));
        gone.forEach(entry -> entries.remove(entry.resourceId(), entry));
        gone.forEach(reaches::forget);
        verbatimCount += verbatimIn(fresh) - verbatimIn(gone);
        sorted = sorted.with(gone, fresh);
    }

    /** Different generated contacts, as many as asked for or as there are. */
    private List<ContactEntry> generated(SeededRandom random, int count) {
        int available = sorted.total() - verbatimCount;
        BitSet seen = new BitSet();
        List<ContactEntry> picked = new ArrayList<>();
        while (picked.size() < Math.min(count, available)) {
            int place = random.between(0, sorted.total() - 1);
            ContactEntry entry = sorted.at(place);
            if (!seen.get(place) && entry.verbatim() == null) {
                seen.set(place);
                picked.add(entry);
            }
        }
        return picked;
    }

    private static int verbatimIn(List<ContactEntry> entries) {
        return (int) entries.stream().filter(entry -> entry.verbatim() != null).count();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
