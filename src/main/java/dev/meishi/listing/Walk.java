package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Slice;
import io.smallrye.mutiny.Uni;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a slice, in one direction: through the whole list from either end, or window by window.
 *
 * @param <T> kind of result
 */
final class Walk<T> {

    /** Windows without a contact are a call each. */
    static final int MAX_WINDOWS = 600;

    private final Access<T> access;
    private final ListSource<T> source;
    private final Direction direction;
    private final @Nullable Anchor from;
    private final SliceCollector<T> collector;

    Walk(Access<T> access, Slice slice, SliceCollector<T> collector) {
        this.access = access;
        this.source = access.source();
        this.direction = slice.direction();
        this.from = slice.from();
        this.collector = collector;
    }

    SliceCollector<T> collector() {
        return collector;
    }

    /** Whether it is read from earlier to later times. */
    private boolean isUpwards() {
        return direction.in(source.sorting()).isForward();
    }

    /** Reads on after a whole list. */
    Uni<Void> goOn(StopReason reason, DirectedList<T> list) {
        return switch (reason) {
            case DONE, END -> Uni.createFrom().voidItem();
            case CAP -> beyondCap();
            case PERHAPS_CAP -> perhapsBeyondCap(list);
        };
    }

    private boolean isReversible() {
        return source.origins().contains(Anchor.Origin.END);
    }

    private Uni<Void> perhapsBeyondCap(DirectedList<T> list) {
        if (!isReversible() || collector.endsBetweenPages()) {
            return Uni.createFrom().voidItem();
        }
        return isMoreBehind().flatMap(isMore -> {
            if (isMore && !collector.isSatisfied(list.origin())) {
                return beyondCap();
            }
            if (isMore) {
                collector.markMore();
            }
            return Uni.createFrom().voidItem();
        });
    }

    /** The result at the other end of the list is the last one read, or another that follows. */
    private Uni<Boolean> isMoreBehind() {
        Positioned<T> read = Objects.requireNonNull(collector.lastRead());
        SliceCollector<T> one = new SliceCollector<>(1, Filter.all(), access.ledger());
        return access.open(read.origin().order().reversed(), null)
                .start(1, one)
                .map(reason -> one.found().stream()
                        .anyMatch(other -> source.keys().fingerprint(other.result())
                                != source.keys().fingerprint(read.result())));
    }

    /** No call leads further in this list; perhaps one in another does. */
    private Uni<Void> beyondCap() {
        if (collector.endsBetweenPages()) {
            return Uni.createFrom().voidItem();
        }
        Anchor last = last();
        if (!isReversible()) {
            throw ListFailures.exceeded(source, "this list cannot be read from its end");
        }
        if (last == null) {
            throw ListFailures.stale(); // Nothing was read although the list was at the cap: it has shrunk meanwhile.
        }
        return last.time() == null
                ? access.fromOtherEnd(last, collector).replaceWithVoid()
                : windows().flatMap(windows -> {
                    if (isOutsideOfSpan(last)) {
                        return enterFirst(windows, source.maxPageSize());
                    }
                    long index = windows.indexOf(time(last));
                    return access.open(direction, windows.window(index))
                            .seek(last, Direction.FORWARD, collector)
                            .flatMap(reason -> leave(reason, windows, index));
                });
    }

    /** Whether reading has not reached the span yet. */
    private boolean isOutsideOfSpan(Anchor last) {
        Span span = source.span();
        return span != null && source.isSortedBySpan() && !span.has(time(last));
    }

    private @Nullable Anchor last() {
        Positioned<T> read = collector.lastRead();
        return read == null ? from : read.anchor(source.keys());
    }

    /** Reads the windows that have something in them, where a span begins beyond what is served of the whole list. */
    Uni<Void> enterFirstFound() {
        return windows().flatMap(windows -> enterFirst(windows, source.maxPageSize()));
    }

    /**
     * Reads windows one after the other.
     *
     * @param firstPage how many results the first page is to have
     */
    Uni<Void> enterFirst(Windows windows, int firstPage) {
        return windows.count() == 0
                ? Uni.createFrom().voidItem()
                : enter(windows, isUpwards() ? windows.first() : windows.last(), firstPage);
    }

    private Uni<Void> enter(Windows windows, long index, int firstPage) {
        return access.open(direction, windows.window(index))
                .start(firstPage, collector)
                .flatMap(reason -> leave(reason, windows, index));
    }

    /** Reads on from an anchor in a window, and the windows after it. */
    Uni<Void> resumeInWindow(Anchor anchor) {
        Direction order = anchor.origin().order();
        return windows().flatMap(windows -> {
            long index = windows.indexOf(time(anchor));
            return access.open(order, windows.window(index))
                    .from(anchor, direction.in(order), collector)
                    .flatMap(reason -> leave(reason, windows, index));
        });
    }

    /** Into the next window, if the one before is through. */
    private Uni<Void> leave(StopReason reason, Windows windows, long index) {
        return switch (reason) {
            case DONE -> Uni.createFrom().voidItem();
            case END -> {
                OptionalLong next = windows.next(index, isUpwards());
                if (next.isEmpty()) {
                    yield Uni.createFrom().voidItem();
                }
                if (collector.endsBetweenPages()) {
                    yield Uni.createFrom().voidItem();
                }
                if (collector.nextPage() > MAX_WINDOWS) {
                    throw ListFailures.exceeded(
                            source,
                            "the next result is more than " + MAX_WINDOWS + " windows of "
                                    + ListFailures.longestWindow(source) + " away");
                }
                yield enter(windows, next.getAsLong(), source.maxPageSize());
            }
            case CAP, PERHAPS_CAP ->
                throw ListFailures.exceeded(
                        source, "this list has more than that within " + ListFailures.longestWindow(source));
        };
    }

    /**
     * The windows of the span; where they are many, and where there is no span, those alone from the first contact there
     * is to the last one.
     */
    private Uni<Windows> windows() {
        Span span = source.span();
        if (span != null && Windows.isOfFew(source)) {
            return Uni.createFrom().item(Windows.of(span, source.longestWindow()));
        }
        return Uni.combine()
                .all()
                .unis(timeAt(Direction.FORWARD), timeAt(Direction.BACKWARD))
                .with((start, end) -> {
                    Span all = new Span(Math.min(start, end), Math.max(start, end));
                    return span != null && source.isSortedBySpan()
                            ? Windows.of(span, source.longestWindow()).within(all)
                            : Windows.aligned(all, source.longestWindow());
                });
    }

    private Uni<Long> timeAt(Direction order) {
        SliceCollector<T> one = new SliceCollector<>(1, Filter.all(), access.ledger());
        return access.open(order, null).start(1, one).map(reason -> {
            Long time = one.found().isEmpty()
                    ? null
                    : source.keys().time(one.found().get(0).result());
            if (time == null) {
                throw ListFailures.stale();
            }
            return time;
        });
    }

    private static long time(Anchor anchor) {
        Long time = anchor.time();
        if (time == null) {
            throw ListFailures.stale();
        }
        return time;
    }
}
