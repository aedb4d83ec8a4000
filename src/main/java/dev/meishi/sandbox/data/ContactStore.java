package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tenant's contacts. Readers see the last finished change; writers wait for each other.
 *
 * <p>Of a generated contact only the {@link ContactEntry} is stored. Contacts given as JSON, the vendor's two samples
 * first, are stored as they are and served verbatim.
 */
public final class ContactStore {

    /** With as many again as there may be at the start. */
    private static final int MOST_CONTACTS = 400_000;

    /** Characters of contacts given as JSON, all together. */
    private static final long MOST_JSON = 64L << 20;

    private final Generator generator;
    private final ContactCard card;
    private final Seed seed;
    private final List<Tag> tags;
    private final Clock clock;
    private final Map<String, ContactEntry> entries = new ConcurrentHashMap<>();
    private final Reaches reaches = new Reaches();
    private volatile SortedContacts sorted;
    private StartData start;
    private int verbatimCount;
    private long verbatimSize;
    private int nextIndex;
    private int batches;

    ContactStore(Seed seed, List<Tag> tags, StartData start, Clock clock) {
        this.seed = seed;
        this.tags = tags;
        this.start = start;
        this.clock = clock;
        generator = new Generator(seed, tags, start.total(), start.end());
        card = new ContactCard(generator);
        sorted = initial();
    }

    /** Forgets every change and addition. */
    public synchronized void reset() {
        reset(start.contents());
    }

    /** Starts again with other contents. */
    public synchronized void reset(Contents contents) {
        start = start.having(contents);
        entries.clear();
        reaches.clear();
        verbatimCount = 0;
        verbatimSize = 0;
        batches = 0;
        sorted = initial();
    }

    private SortedContacts initial() {
        List<ContactEntry> initial = new StartContacts(seed, tags, generator).entries(start, now());
        nextIndex = initial.size();
        initial.forEach(entry -> entries.put(entry.resourceId(), entry));
        count(initial, 1);
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

    /**
     * Adds a contact as it stands, or replaces the one with its {@code resourceId}.
     *
     * @throws IllegalArgumentException if there is no room for it
     */
    public synchronized void add(JsonObject contact) {
        put(entries.get(contact.getString("resourceId")), contact, 0);
    }

    /**
     * Changes a contact by a JSON Merge Patch. Unless the patch says when, it was changed now.
     *
     * @param patch the changes; {@code resourceId} stays what it is
     * @return the contact in full; empty when there is none
     * @throws IllegalArgumentException if there is no room for it
     */
    public synchronized Optional<JsonObject> patch(String resourceId, JsonObject patch) {
        ContactEntry known = entries.get(resourceId);
        if (known == null) {
            return Optional.empty();
        }
        JsonObject changed = MergePatch.apply(inFull(known), patch).put("resourceId", resourceId);
        if (!patch.containsKey("modificationTime")) {
            changed.put("modificationTime", ContactCard.time(now()));
        }
        boolean isWhole = known.verbatim() != null && known.revision() == 0;
        put(known, changed, isWhole ? 0 : known.revision() + 1);
        return Optional.of(changed);
    }

    private void put(@Nullable ContactEntry known, JsonObject contact, int revision) {
        long size = verbatimSize
                - (known == null ? 0 : size(known))
                + contact.encode().length();
        if (size > MOST_JSON) {
            throw new IllegalArgumentException("The contacts given as JSON must have at most " + MOST_JSON
                    + " characters together, with this one they had " + size + "; delete some, or reset the simulator");
        }
        if (known == null && sorted.total() >= MOST_CONTACTS) {
            throw new IllegalArgumentException("There must be at most " + MOST_CONTACTS
                    + " contacts, and there are; delete some, or reset the simulator");
        }
        int index = known == null ? nextIndex++ : known.index();
        ContactEntry entry = VerbatimContact.entry(contact, index, revision, now());
        replace(known == null ? List.of() : List.of(known), List.of(entry));
    }

    /** Takes a contact out; false when there is none. */
    public synchronized boolean remove(String resourceId) {
        ContactEntry known = entries.get(resourceId);
        if (known != null) {
            replace(List.of(known), List.of());
        }
        return known != null;
    }

    /**
     * Applies random changes at once. Verbatim contacts are left alone; no contact is changed twice in one batch, and none
     * is inserted where there are as many as there may be.
     */
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
        int inserts = Math.min(size.inserts(), MOST_CONTACTS + deleted.size() - sorted.total());
        for (int i = 0; i < inserts; i++) {
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
        count(gone, -1);
        count(fresh, 1);
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

    private void count(List<ContactEntry> changed, int sign) {
        for (ContactEntry entry : changed) {
            if (entry.verbatim() != null) {
                verbatimCount += sign;
                verbatimSize += sign * size(entry);
            }
        }
    }

    private static long size(ContactEntry entry) {
        return entry.verbatim() == null ? 0 : entry.verbatim().encode().length();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
