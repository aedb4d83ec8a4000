package dev.meishi.differential;

import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.DateType;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import dev.meishi.lineworks.ContactSearch.OrderBy;
import dev.meishi.lineworks.ContactSearch.SortOrder;
import dev.meishi.lineworks.UpstreamPrivateContact;
import dev.meishi.lineworks.v1.JacksonContact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lists of random contacts: another one for each search, the same in every order and in parts. */
final class RandomBook {

    private static final int MOST_CONTACTS = 25;

    private static final ContactSearch ALL = new ContactSearch(
            Settings.OWN_DOMAIN, null, null, null, false, null, null, OrderBy.CREATION_TIME, SortOrder.ASC);

    private final long seed;

    RandomBook(long seed) {
        this.seed = seed;
    }

    /** Where a contact stands, which need not be what it says of itself. */
    private record Entry(String id, Instant created, Instant modified) {

        Instant at(DateType type) {
            return type == DateType.CREATION_TIME ? created : modified;
        }

        boolean isIn(@Nullable DateWindow window) {
            return window == null
                    || (!at(window.type()).isBefore(window.from().toInstant())
                            && !at(window.type()).isAfter(window.to().toInstant()));
        }
    }

    Page<JacksonContact> page(ContactSearch search, PageRequest page) {
        boolean isBroken = isBroken(whole(search));
        List<Entry> all = entries(whole(search)).stream()
                .filter(entry -> entry.isIn(search.between()))
                .sorted(order(search))
                .toList();
        List<JacksonContact> part = part(all, page).stream()
                .map(entry -> {
                    Dice dice = Dice.of(seed, search.domainId(), entry.id);
                    String id = isBroken && dice.percent(10) ? dice.oneOf(null, "") : entry.id;
                    return new RandomContacts(dice).contact(id, entry.created, entry.modified);
                })
                .toList();
        return new Page<>(part, page.end() < all.size(), null);
    }

    /** Whether some contacts of a list cannot be read. */
    boolean isBroken(ContactSearch whole) {
        return Dice.of(seed, "broken", whole).percent(4);
    }

    /** What a search is a part of, or another order of. */
    static ContactSearch whole(ContactSearch search) {
        return new ContactSearch(
                search.domainId(),
                search.keyword(),
                search.tagResourceId(),
                search.open(),
                search.externalOnly(),
                search.accessibleTo(),
                null,
                OrderBy.CREATION_TIME,
                SortOrder.ASC);
    }

    /** Seven lists in ten have five contacts at most, some none; the one that most ask for has many. */
    private List<Entry> entries(ContactSearch whole) {
        Dice dice = Dice.of(seed, "list", whole);
        int size = whole.equals(ALL) ? MOST_CONTACTS : dice.percent(70) ? dice.below(6) : dice.few(MOST_CONTACTS);
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    Instant created = Settings.NOW.minusSeconds(dice.below(Settings.SPAN_SECONDS));
                    Instant modified = created.plusSeconds(dice.below(100_000));
                    return new Entry("c" + dice.below(1_000) + "-" + i, created, modified);
                })
                .toList();
    }

    private static Comparator<Entry> order(ContactSearch search) {
        Comparator<Entry> byId = Comparator.comparing(Entry::id);
        Comparator<Entry> order = search.orderBy() == OrderBy.NAME
                ? byId
                : Comparator.<Entry, Instant>comparing(
                                entry -> search.orderBy() == OrderBy.CREATION_TIME ? entry.created : entry.modified)
                        .thenComparing(byId);
        return search.direction() == SortOrder.ASC ? order : order.reversed();
    }

    JacksonContact contact(String domainId, @Nullable String id) {
        Dice dice = Dice.of(seed, "one", domainId, id);
        Instant created = Settings.NOW.minusSeconds(dice.below(Settings.SPAN_SECONDS));
        return new RandomContacts(dice).contact(id, created, created);
    }

    Page<UpstreamPrivateContact> privatePage(String memberEmail, PageRequest page) {
        Dice list = Dice.of(seed, "private", memberEmail);
        List<Integer> all = IntStream.range(0, list.few(MOST_CONTACTS)).boxed().toList();
        List<UpstreamPrivateContact> part = part(all, page).stream()
                .map(i -> {
                    Dice dice = Dice.of(seed, "private", memberEmail, i);
                    return new RandomContacts(dice).privateContact(dice.below(200) == 0 ? "" : "30000000000000" + i);
                })
                .toList();
        return new Page<>(part, page.end() < all.size(), all.size());
    }

    private static <T> List<T> part(List<T> all, PageRequest page) {
        int from = (int) Math.min(page.offset(), all.size());
        int to = (int) Math.min(page.end(), all.size());
        return all.subList(from, to);
    }
}
