package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.CursorSeal;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.pages.ListPages;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A LINE WORKS in miniature, and a hand that changes things. */
final class Book {

    /**
     * How lists are served.
     *
     * @param isSeekable by the number of a page; if not, by cursors alone
     * @param cap ranks of a list
     * @param maxPage results of a page
     * @param window seconds
     * @param times of an API of 200 ranks whose sizes the tests speak of
     */
    record Api(boolean isSeekable, int cap, int maxPage, int window, int times) {

        /** Numbered pages. */
        static final Api NUMBERED = new Api(true, 200, 20, 50, 1);

        /** A cursor that leads from page to page, windows of three days. */
        static final Api BY_CURSOR = new Api(false, 2_000, 100, 3 * 24 * 3600, 10);

        /** Of the times that the tests speak of, there are as many to a window. */
        long seconds(long time) {
            return time * window / 50;
        }
    }

    /** What lists are sorted by. */
    enum By {
        NAME,
        CREATED,
        MODIFIED
    }

    /** A contact of four parts; {@code number} decides where all else is equal. */
    record Card(int number, String id, String name, long created, long modified) {}

    private static final int MOST_KEPT = 12;
    private static final CursorSeal SEAL = CursorSeal.of("secret of the book");

    final List<Card> cards = new ArrayList<>();
    final Api api;
    final Random random;
    private final boolean isKeeping;
    private final Map<String, List<Snapshot<Card>>> kept = new HashMap<>();
    private final Map<String, List<Card>> sorted = new HashMap<>();
    private final List<Mark> marks = new ArrayList<>();
    private int lifetime = Integer.MAX_VALUE;
    private int changesPerCall;
    private int nextNumber;
    private long now;
    int calls;
    int fingerprints;

    Book(Api api, long seed, int size, long years, boolean isKeeping) {
        this.api = api;
        random = new Random(seed);
        this.isKeeping = isKeeping;
        now = years;
        for (int i = 0; i < size; i++) {
            long created = (long) (random.nextDouble() * years);
            cards.add(card(created, created + random.nextInt((int) (years - created) + 1)));
        }
    }

    /** From now on cursors are refused that are older than so many calls. */
    void expireCursors(int calls) {
        lifetime = calls;
    }

    /** From now on so many cards are put in, changed and taken out with every call. */
    void change(int perCall) {
        changesPerCall = perCall;
    }

    /** Lets go of the pages that have been kept longest. */
    void trim() {
        for (List<Snapshot<Card>> shelf : kept.values()) {
            shelf.subList(0, Math.max(0, shelf.size() - MOST_KEPT)).clear();
        }
    }

    boolean isChanging() {
        return changesPerCall > 0;
    }

    private Card card(long created, long modified) {
        int number = nextNumber++;
        return new Card(
                number, "id-" + number, "name-" + random.nextInt(1000), api.seconds(created), api.seconds(modified));
    }

    /** Puts cards in that come before all others by name and by both times. */
    void putFirst(int count) {
        sorted.clear();
        for (int i = 0; i < count; i++) {
            int number = nextNumber++;
            cards.add(new Card(number, "id-" + number, "a-" + number, -1, -1));
        }
    }

    void remove(Card card) {
        sorted.clear();
        cards.remove(card);
    }

    void changeOnce() {
        sorted.clear();
        now += random.nextInt(3);
        if (random.nextBoolean()) {
            cards.add(card(now, now));
        }
        if (cards.size() > 3 && random.nextBoolean()) {
            cards.remove(random.nextInt(cards.size()));
        }
        if (cards.size() > 3 && random.nextInt(3) == 0) {
            int i = random.nextInt(cards.size());
            Card card = cards.get(i);
            cards.set(i, new Card(card.number(), card.id(), card.name(), card.created(), api.seconds(now)));
        }
    }

    /** All of a search, by the simplest of means. */
    List<Card> all(By by, boolean isAscending, @Nullable Span span, By spanBy) {
        return sorted.computeIfAbsent(
                by + "/" + isAscending + "/" + span + "/" + spanBy, any -> sort(by, isAscending, span, spanBy));
    }

    private List<Card> sort(By by, boolean isAscending, @Nullable Span span, By spanBy) {
        List<Card> all = new ArrayList<>(cards.stream()
                .filter(card -> span == null || span.has(time(card, spanBy)))
                .sorted(comparator(by))
                .toList());
        if (!isAscending) {
            Collections.reverse(all);
        }
        return all;
    }

    static long time(Card card, By by) {
        return by == By.MODIFIED ? card.modified() : card.created();
    }

    private static Comparator<Card> comparator(By by) {
        Comparator<Card> key = switch (by) {
            case NAME -> Comparator.comparing(Card::name);
            case CREATED -> Comparator.comparingLong(Card::created);
            case MODIFIED -> Comparator.comparingLong(Card::modified);
        };
        return key.thenComparingInt(Card::number);
    }

    /** A source that checks again what it has found. */
    static ListSource<Card> selective(ListSource<Card> source, Predicate<Card> isWanted) {
        return selective(source, isWanted, false);
    }

    /** A source of which little is wanted of what it has found. */
    static ListSource<Card> sparse(ListSource<Card> source, Predicate<Card> isWanted) {
        return selective(source, isWanted, true);
    }

    @SuppressWarnings("unchecked")
    private static ListSource<Card> selective(ListSource<Card> source, Predicate<Card> isWanted, boolean isSparse) {
        return (ListSource<Card>) Proxy.newProxyInstance(
                Book.class.getClassLoader(),
                new Class<?>[] {ListSource.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isSelective" -> true;
                    case "isSparse" -> isSparse;
                    case "byTime" -> selective(source.byTime(), isWanted, isSparse);
                    case "isWanted" -> isWanted.test((Card) arguments[0]);
                    default -> method.invoke(source, arguments);
                });
    }

    ListSource<Card> source(By by, boolean isAscending, @Nullable Span span, By spanBy) {
        return new OfBook(this, by, isAscending, span, spanBy);
    }

    private record OfBook(
            Book book, By by, boolean isAscending, @Nullable Span span, By spanBy) implements ListSource<Card> {

        @Override
        public ItemKeys<Card> keys() {
            return new ItemKeys<>() {
                @Override
                public long fingerprint(Card card) {
                    book.fingerprints++;
                    Long time = time(card);
                    return Anchor.fingerprint(card.id(), time == null ? Anchor.hash(card.name()) : time);
                }

                @Override
                public @Nullable Long time(Card card) {
                    return by == By.NAME ? null : (Long) Book.time(card, by);
                }

                @Override
                public boolean isByTime() {
                    return by != By.NAME;
                }
            };
        }

        @Override
        public Direction sorting() {
            return Direction.ascending(isAscending);
        }

        @Override
        public ListPages<Card> pages(Direction order, @Nullable Span window) {
            return book.new Shelf(by, isAscending == order.isForward(), window, by == By.NAME ? spanBy : by);
        }

        @Override
        public boolean isInSpan(Card card) {
            return span == null || span.has(Book.time(card, spanBy));
        }

        @Override
        public boolean isSortedBySpan() {
            return span == null || by == spanBy;
        }

        @Override
        public ListSource<Card> byTime() {
            return new OfBook(book, spanBy, true, span, spanBy);
        }

        @Override
        public long longestWindow() {
            return book.api.window();
        }

        @Override
        public Set<Anchor.Origin> origins() {
            return keys().isByTime() ? Anchor.Origin.ALL : Anchor.Origin.WHOLE;
        }

        @Override
        public CursorSeal seal() {
            return SEAL;
        }

        @Override
        public int cap() {
            return book.api.cap();
        }

        @Override
        public int maxPageSize() {
            return book.api.maxPage();
        }

        @Override
        public boolean isSeekable() {
            return book.api.isSeekable();
        }
    }

    private final class Shelf implements ListPages<Card> {

        private final By by;
        private final boolean isAscending;
        private final @Nullable Span window;
        private final By windowBy;

        Shelf(By by, boolean isAscending, @Nullable Span window, By windowBy) {
            this.by = by;
            this.isAscending = isAscending;
            this.window = window;
            this.windowBy = windowBy;
        }

        @Override
        public boolean isCaching(Ledger ledger) {
            return true;
        }

        private String name() {
            return by + "/" + isAscending + "/" + window;
        }

        private List<Snapshot<Card>> shelf() {
            return kept.computeIfAbsent(name(), any -> new ArrayList<>());
        }

        @Override
        public List<Snapshot<Card>> cached(int from, int to, Ledger ledger) {
            return shelf().stream()
                    .filter(page -> page.page().offset() < to && page.page().end() > from)
                    .toList();
        }

        @Override
        public Uni<Snapshot<Card>> get(PageRequest page, Ledger ledger) {
            return Uni.createFrom()
                    .deferred(() -> shelf().stream()
                            .filter(kept -> kept.page().equals(page))
                            .findFirst()
                            .map(kept -> Uni.createFrom().item(kept))
                            .orElseGet(() -> fetchFresh(page, ledger)));
        }

        @Override
        public Uni<Snapshot<Card>> fetchFresh(PageRequest page, Ledger ledger) {
            return Uni.createFrom().item(() -> {
                ledger.call();
                calls++;
                for (int i = 0; i < changesPerCall; i++) {
                    changeOnce();
                }
                Snapshot<Card> snapshot = api.isSeekable() ? numbered(page) : byCursor(page);
                if (isKeeping && random.nextInt(5) > 0) {
                    shelf().removeIf(old -> old.page().equals(page));
                    shelf().add(snapshot);
                }
                return snapshot;
            });
        }

        private Snapshot<Card> numbered(PageRequest page) {
            if (page.cursor() != null || page.size() > api.maxPage() || page.end() > api.cap()) {
                throw new AssertionError("not served: " + page);
            }
            List<Card> all = all(by, isAscending, window, windowBy);
            int from = (int) Math.min(page.offset(), all.size());
            int to = (int) Math.min(page.end(), all.size());
            return new Snapshot<>(page, List.copyOf(all.subList(from, to)), to < all.size(), null, calls);
        }

        /** What comes after the place of the cursor; the list ends at the cap, and does not tell that it has more. */
        private Snapshot<Card> byCursor(PageRequest page) {
            if (page.number() != 1 || page.size() < 1 || page.size() > api.maxPage()) {
                throw new AssertionError("not served: " + page);
            }
            List<Card> all = all(by, isAscending, window, windowBy);
            int from = page.cursor() == null ? 0 : after(all, fingerprint(page.cursor()));
            int end = Math.min(all.size(), api.cap());
            int to = Math.min(from + page.size(), end);
            if (from >= end) {
                return new Snapshot<>(page, Page.upTo(List.of(), null), calls);
            }
            String next = to < end ? cursor(all.get(to - 1)) : null;
            return new Snapshot<>(page, Page.upTo(List.copyOf(all.subList(from, to)), next), calls);
        }

        private int after(List<Card> all, Card card) {
            Comparator<Card> order =
                    isAscending ? comparator(by) : comparator(by).reversed();
            int low = 0;
            int high = all.size();
            while (low < high) {
                int middle = (low + high) / 2;
                if (order.compare(all.get(middle), card) > 0) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        private String cursor(Card card) {
            marks.add(new Mark(name(), card, calls));
            return "c" + (marks.size() - 1);
        }

        private Card fingerprint(String cursor) {
            Mark mark = marks.get(Integer.parseInt(cursor.substring(1)));
            if (!mark.list().equals(name())) {
                throw new AssertionError(cursor + " is of " + mark.list() + ", used for " + name());
            }
            if (calls - mark.call() > lifetime) {
                throw new Failure(ErrorCode.CURSOR_STALE, "The cursor has expired.");
            }
            return mark.card();
        }
    }

    /**
     * What a cursor of the API stands for.
     *
     * @param list that it is of
     * @param card behind which it is
     * @param call that it came with
     */
    private record Mark(String list, Card card, int call) {}
}
