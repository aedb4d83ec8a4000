package dev.meishi.sandbox.data;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/** The contacts that follow from a seed: entry number n is always the same contact. */
final class Generator {

    /** The instant of the first generated contact, after both of the vendor's samples. */
    private static final long FIRST = epoch("2020-04-06T09:00:00+09:00");
    /** The end of the calendar that contacts are spread over, wherever their data reach to. */
    private static final long LAST = StartData.EARLIEST_END.getEpochSecond();
    /** A clean-up that touched many contacts in one second. */
    private static final long BULK_CHANGE = epoch("2025-03-31T23:00:00+09:00");
    /** Page size whose borders the runs of equal creation times straddle. */
    private static final int PAGE = 500;

    private final Seed seed;
    private final List<String> tagIds;
    private final int total;
    private final long end;
    private final int newest;
    private final int firstMoved;

    /**
     * Contacts over a span of years.
     *
     * @param total how many there are at the start
     * @param end the moment that the newest of them are created or changed at; with one after the end of the calendar, the
     *     newest tenth is spread up to it, and all others stay where they are
     */
    Generator(Seed seed, List<Tag> tags, int total, Instant end) {
        this.seed = seed;
        this.tagIds = tags.stream().map(Tag::id).toList();
        this.total = total;
        this.end = end.getEpochSecond();
        newest = place(total - 1);
        firstMoved = Math.min(total - Math.max(1, total / 10), newest);
    }

    ContactEntry entry(int index) {
        long created = created(index);
        SeededRandom random = seed.random("modified", index, 0);
        long modified = created + random.below(17_000_000) % (end - created + 1);
        if (random.chance(0.3)) {
            modified = created;
        } else if (random.chance(0.1) && created < BULK_CHANGE) {
            modified = BULK_CHANGE;
        }
        return entry(index, 0, created, modified);
    }

    /** The same contact under another revision or with other times. */
    ContactEntry entry(int index, int revision, long created, long modified) {
        PersonName name = name(index, revision);
        SeededRandom access = seed.random("access", index, 0);
        String master = access.pick(Directory.MEMBERS);
        boolean open = access.chance(0.75);
        SeededRandom tags = seed.random("tags", index, 0);
        return new ContactEntry(
                index,
                revision,
                seed.resourceId("contact", index),
                ContactEntry.sortName(name),
                ContactEntry.searchText(name, organizations(index).stream().map(Organization::name)),
                tags.sample(tagIds, tags.between(0, 4)),
                open,
                isExternal(index),
                master,
                open ? List.of() : sharedWith(access, index),
                created,
                modified,
                null);
    }

    /** A new name comes with every fourth revision. */
    PersonName name(int index, int revision) {
        return PersonName.drawn(seed.random("name", index, revision / 4), culture(index), index);
    }

    List<Organization> organizations(int index) {
        return isSparse(index) ? List.of() : Organization.drawn(seed.random("organization", index, 0), culture(index));
    }

    /** One contact in seventeen has nothing but a name and an e-mail address. */
    static boolean isSparse(int index) {
        return index % 17 == 5;
    }

    /** Choices about something that a revision changes. */
    SeededRandom random(String topic, ContactEntry entry) {
        return seed.random(topic, entry.index(), entry.revision());
    }

    /** Choices about something that stays. */
    SeededRandom random(String topic, int index) {
        return seed.random(topic, index, 0);
    }

    Culture culture(int index) {
        return Culture.MIX.get(index % Culture.MIX.size());
    }

    /** One contact in nine was added from LINE or from another LINE WORKS domain. */
    static boolean isExternal(int index) {
        return index % 9 == 4;
    }

    /** The id of the person behind an external contact. */
    String externalId(int index) {
        return seed.resourceId("external", index);
    }

    private static List<String> sharedWith(SeededRandom random, int index) {
        Stream<String> members = random.sample(Directory.MEMBERS, random.between(1, 4)).stream();
        Stream<String> teams = switch (index % 4) {
            case 0 -> random.sample(Directory.ORG_UNITS, 2).stream();
            case 1 -> Stream.of(random.pick(Directory.GROUPS));
            case 2 -> Stream.of(random.pick(Directory.ORG_UNITS), random.pick(Directory.GROUPS));
            default -> Stream.of();
        };
        return Stream.concat(members, teams).toList();
    }

    private long created(int index) {
        int place = place(index);
        long created = inCalendar(place);
        return place < firstMoved || end == LAST
                ? created
                : created + (end - inCalendar(newest)) * (place - firstMoved + 1) / (newest - firstMoved + 1);
    }

    /** Every tenth shares its neighbour's second, and so do the eleven around a page's border. */
    private static int place(int index) {
        int beyondBorder = (index + 5) % PAGE;
        if (index >= PAGE - 5 && beyondBorder <= 10) {
            return index - beyondBorder;
        }
        return index % 10 == 9 ? index - 1 : index;
    }

    /** Spread evenly. */
    private long inCalendar(int place) {
        return FIRST + place * (LAST - FIRST) / Math.max(total, 1);
    }

    private static long epoch(String time) {
        return OffsetDateTime.parse(time).toEpochSecond();
    }
}
