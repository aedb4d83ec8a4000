package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.ledger.Ledger;
import dev.meishi.pages.ListPages;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A LINE WORKS in miniature: 200 ranks of a list, pages of 20, windows of 50 seconds, and a hand that changes things. */
final class Book {

    static final int CAP = 200;
    static final int MAX_PAGE = 20;
    static final int WINDOW = 50;

    /** What lists are sorted by. */
    enum By {
        NAME,
        CREATED,
        MODIFIED
    }

    /** A contact of four parts; {@code number} decides where all else is equal. */
    record Card(int number, String id, String name, long created, long modified) {}

    final List<Card> cards = new ArrayList<>();
    final Random random;
    private final boolean isKeeping;
    private final Map<String, List<Snapshot<Card>>> kept = new HashMap<>();
    private int changesPerCall;
    private int nextNumber;
    private long now;
    int calls;

    Book(long seed, int size, long years, boolean isKeeping) {
        random = new Random(seed);
        this.isKeeping = isKeeping;
        now = years;
        for (int i = 0; i < size; i++) {
            long created = (long) (random.nextDouble() * years);
            cards.add(card(created, created + random.nextInt((int) (years - created) + 1)));
        }
    }

    /** From now on so many cards are put in, changed and taken out with every call. */
    void change(int perCall) {
        changesPerCall = perCall;
    }

    boolean isChanging() {
        return changesPerCall > 0;
    }

    private Card card(long created, long modified) {
        int number = nextNumber++;
        return new Card(number, "id-" + number, "name-" + random.nextInt(1000), created, modified);
    }

    void changeOnce() {
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
            cards.set(i, new Card(card.number(), card.id(), card.name(), card.created(), now));
        }
    }

    /** All of a search, by the simplest of means. */
    List<Card> all(By by, boolean isAscending, @Nullable Span span, By spanBy) {
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

    ListSource<Card> lists(By by, boolean isAscending, @Nullable Span span, By spanBy) {
        return new OfBook(this, by, isAscending, span, spanBy);
    }

    private record OfBook(
            Book book, By by, boolean isAscending, @Nullable Span span, By spanBy) implements ListSource<Card> {

        @Override
        public ItemKeys<Card> keys() {
            return new ItemKeys<>() {
                @Override
                public long mark(Card card) {
                    Long time = time(card);
                    return Anchor.mark(card.id(), time == null ? Anchor.hash(card.name()) : time);
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
        public ListPages<Card> pages(boolean isReversed, @Nullable Span window) {
            return book.new Shelf(by, isAscending != isReversed, window, by == By.NAME ? spanBy : by);
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
            return WINDOW;
        }

        @Override
        public Set<Anchor.Origin> origins() {
            return keys().isByTime() ? Anchor.Origin.ALL : Anchor.Origin.WHOLE;
        }

        @Override
        public int cap() {
            return CAP;
        }

        @Override
        public int maxPageSize() {
            return MAX_PAGE;
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

        private List<Snapshot<Card>> shelf() {
            return kept.computeIfAbsent(by + "/" + isAscending + "/" + window, any -> new ArrayList<>());
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
                if (page.size() > MAX_PAGE || page.end() > CAP) {
                    throw new AssertionError("not served: " + page);
                }
                calls++;
                for (int i = 0; i < changesPerCall; i++) {
                    changeOnce();
                }
                List<Card> all = all(by, isAscending, window, windowBy);
                int from = (int) Math.min(page.offset(), all.size());
                int to = (int) Math.min(page.end(), all.size());
                Snapshot<Card> snapshot =
                        new Snapshot<>(page, List.copyOf(all.subList(from, to)), to < all.size(), null, calls);
                if (isKeeping && random.nextInt(5) > 0) {
                    shelf().removeIf(old -> old.page().equals(page));
                    shelf().add(snapshot);
                    if (shelf().size() > 12) {
                        shelf().remove(0);
                    }
                }
                return snapshot;
            });
        }
    }
}
