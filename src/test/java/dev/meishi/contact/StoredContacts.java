package dev.meishi.contact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meishi.relay.GlobalId;
import dev.meishi.sandbox.data.Directory;
import dev.meishi.wire.SandboxControl;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The contacts of a simulator that begins without any, and what any list of them is by the simplest of means. */
final class StoredContacts {

    static final long BEGINNING = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();

    private static final int DAY = 24 * 3600;

    /** One of them; {@code number} decides where all else is equal. */
    record Stored(
            int number,
            String id,
            String lastName,
            String firstName,
            boolean open,
            boolean external,
            List<String> tags,
            String master,
            List<String> sharedWith,
            List<String> emails,
            List<String> phones,
            long created,
            long modified) {

        String sortName() {
            return (lastName + "\0" + firstName).toLowerCase(Locale.ROOT);
        }
    }

    private final SandboxControl sandbox;
    private final Random random;
    private final Map<String, Stored> contacts = new LinkedHashMap<>();
    private int nextNumber;

    /** Epoch seconds: when the next change is made. */
    long now;

    /** Puts so many contacts there, in place of all others; no more of them in a week than a list of a week has room for. */
    StoredContacts(SandboxControl sandbox, Random random, int size) {
        this.sandbox = sandbox;
        this.random = random;
        now = BEGINNING + (long) (5 + random.nextInt(20) + size / 6) * DAY;
        sandbox.send("POST", "/sandbox/reset", "{}");
        for (int i = 0; i < size; i++) {
            long created = time(BEGINNING, now);
            put(drawn(nextNumber++, created, random.nextInt(3) == 0 ? created : time(created, now)));
        }
    }

    /** How API 2.0 reads what is not known of it; its lists end where those of {@link ShortLists} do. */
    void readings(Map<String, String> named) {
        ObjectNode readings = JsonNodeFactory.instance.objectNode().put("reach", ShortLists.CAP);
        named.forEach(readings::put);
        sandbox.send("PUT", "/sandbox/2.0/readings", readings.toString());
    }

    /** Now and then one that another has, or that many have. */
    private long time(long from, long to) {
        List<Stored> all = all();
        if (random.nextInt(4) == 0 && !all.isEmpty()) {
            return Math.max(from, all.get(random.nextInt(all.size())).created());
        }
        long bulk = BEGINNING + 2L * DAY;
        return random.nextInt(8) == 0 && bulk >= from ? bulk : from + random.nextInt((int) (to - from) + 1);
    }

    private Stored drawn(int number, long created, long modified) {
        boolean open = random.nextInt(3) > 0;
        return new Stored(
                number,
                "c-" + number,
                (random.nextBoolean() ? "Name" : "name") + random.nextInt(60),
                random.nextInt(4) == 0 ? "" : "First" + random.nextInt(5),
                open,
                random.nextInt(3) == 0,
                some(3, "tag", ""),
                "account" + random.nextInt(6) + "@example.com",
                open ? List.of() : some(4, random.nextBoolean() ? "account" : "group", "@example.com"),
                some(3, "Person", random.nextBoolean() ? "@Example.com" : "@example.org"),
                IntStream.range(0, random.nextInt(3)).mapToObj(i -> phone()).toList(),
                created,
                modified);
    }

    private List<String> some(int most, String start, String end) {
        return IntStream.range(1, 1 + most)
                .filter(i -> random.nextInt(3) == 0)
                .mapToObj(i -> start + i + end)
                .toList();
    }

    private String phone() {
        return "090-" + (1000 + random.nextInt(3)) + "-" + (5000 + random.nextInt(5));
    }

    /** Time passes, and one comes, goes or changes. */
    void change() {
        now += random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(DAY / 4);
        List<Stored> all = all();
        Stored some = all.isEmpty() ? null : all.get(random.nextInt(all.size()));
        int kind = random.nextInt(4);
        if (some == null || kind == 0) {
            put(drawn(nextNumber++, now, now));
        } else if (kind == 1) {
            contacts.remove(some.id());
            sandbox.send("DELETE", "/sandbox/contacts/" + some.id(), "");
        } else {
            Stored other = drawn(some.number(), some.created(), now);
            put(kind == 2 ? other : withNameOf(some, other));
        }
    }

    private static Stored withNameOf(Stored some, Stored other) {
        return new Stored(
                some.number(),
                some.id(),
                some.lastName(),
                some.firstName(),
                some.open(),
                some.external(),
                some.tags(),
                some.master(),
                some.sharedWith(),
                other.emails(),
                other.phones(),
                some.created(),
                other.modified());
    }

    List<Stored> all() {
        return new ArrayList<>(contacts.values());
    }

    @Nullable
    Stored find(String id) {
        return contacts.get(id);
    }

    /** All of a list, in its order. */
    List<Stored> all(ContactFilter filter, ContactOrder order) {
        return contacts.values().stream()
                .filter(contact -> matches(contact, filter))
                .sorted(comparator(order))
                .toList();
    }

    static Comparator<Stored> comparator(ContactOrder order) {
        Comparator<Stored> key = order.field() == ContactOrderField.NAME
                ? Comparator.comparing(Stored::sortName)
                : Comparator.comparingLong(contact -> time(contact, order));
        Comparator<Stored> ascending = key.thenComparingInt(Stored::number);
        return order.direction() == OrderDirection.DESC ? Collections.reverseOrder(ascending) : ascending;
    }

    /** Whether it is at the same place of its list. */
    static boolean isPlacedAlike(Stored one, @Nullable Stored other, ContactOrder order) {
        return other != null && comparator(order).compare(one, other) == 0;
    }

    private static long time(Stored contact, ContactOrder order) {
        return order.field() == ContactOrderField.MODIFICATION_TIME ? contact.modified() : contact.created();
    }

    private static boolean matches(Stored contact, ContactFilter filter) {
        String keyword = filter.keyword();
        String email = filter.email();
        String phone = filter.phone();
        return (filter.open() == null || filter.open() == contact.open())
                && (!Boolean.TRUE.equals(filter.externalOnly()) || contact.external())
                && (filter.tagResourceId() == null || contact.tags().contains(filter.tagResourceId()))
                && (filter.tags() == null || isTagged(contact, filter.tags()))
                && (filter.accessibleTo() == null || isSeenBy(contact, filter.accessibleTo()))
                && (keyword == null || contact.sortName().contains(keyword.toLowerCase(Locale.ROOT)))
                && (email == null
                        || contact.emails().stream()
                                .anyMatch(address ->
                                        address.toLowerCase(Locale.ROOT).contains(email.toLowerCase(Locale.ROOT))))
                && (phone == null
                        || contact.phones().stream()
                                .anyMatch(number -> number.replace("-", "")
                                        .contains(phone.replace("-", "").substring(1))))
                && isIn(contact.created(), filter.createdBetween())
                && isIn(contact.modified(), filter.modifiedBetween());
    }

    private static boolean isTagged(Stored contact, TagFilter tags) {
        return (tags.all() == null
                        || tags.all().stream().allMatch(id -> contact.tags().contains(plain(id))))
                && (tags.any() == null
                        || tags.any().stream().anyMatch(id -> contact.tags().contains(plain(id))));
    }

    /** At LINE WORKS. */
    private static String plain(String id) {
        return GlobalId.isOne(id) ? GlobalId.parse(id).key() : id;
    }

    private static boolean isSeenBy(Stored contact, String member) {
        Set<String> known = Directory.identities(member);
        return contact.open()
                || known.contains(contact.master())
                || contact.sharedWith().stream().anyMatch(known::contains);
    }

    private static boolean isIn(long time, @Nullable DateTimeRange range) {
        return range == null
                || ((range.from() == null || time >= range.from().toEpochSecond())
                        && (range.to() == null || time <= range.to().toEpochSecond()));
    }

    private void put(Stored contact) {
        contacts.put(contact.id(), contact);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("name").put("lastName", contact.lastName()).put("firstName", contact.firstName());
        json.put("open", contact.open()).put("isCoEditing", true).put("masterUserId", contact.master());
        json.put("creationTime", text(contact.created())).put("modificationTime", text(contact.modified()));
        contact.tags().forEach(json.putArray("tagResourceIds")::add);
        ArrayNode shared = json.putArray("sharedMembers");
        contact.sharedWith()
                .forEach(id ->
                        shared.addObject().put("id", id).put("type", id.startsWith("account") ? "USER" : "GROUP"));
        ArrayNode emails = json.putArray("emails");
        contact.emails()
                .forEach(email -> emails.addObject().put("address", email).put("represent", false));
        ArrayNode phones = json.putArray("phones");
        contact.phones().forEach(phone -> phones.addObject().put("value", phone).put("type", "WORK"));
        if (contact.external()) {
            json.putArray("worksAt").addObject().put("type", "LINE").put("resourceId", "x" + contact.number());
        }
        sandbox.send("PUT", "/sandbox/contacts/" + contact.id(), json.toString());
    }

    static String text(long second) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(second));
    }

    static OffsetDateTime at(long second) {
        return Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofHours(9));
    }
}
