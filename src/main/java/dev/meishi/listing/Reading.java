package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Slice;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a slice, and selects its results from those that the walk has read.
 *
 * @param <T> kind of result
 */
final class Reading<T> {

    private final Access<T> access;
    private final ListSource<T> source;
    private final Slice slice;
    private final SliceFilter<T> filter;
    private final SliceCollector<T> collector;

    Reading(Access<T> access, Slice slice) {
        this.access = access;
        this.source = access.source();
        this.slice = slice;
        filter = new SliceFilter<>(source, slice.direction(), slice.until());
        collector = new SliceCollector<>(slice.count(), filter, access.ledger());
    }

    Uni<Selection<T>> by(Approach<T> approach) {
        return approach.read(new Walk<>(access, slice, collector)).map(read -> selection());
    }

    /**
     * Reads as far as an allowance goes.
     *
     * @param allowance of a list with results that are passed over, perhaps most of it
     */
    Uni<Selection<T>> by(Approach<T> approach, Allowance allowance) {
        collector.within(allowance);
        return approach.read(new Walk<>(access, slice, collector))
                .onFailure(thrown -> collector.canBeCut() && isOfCalls(thrown))
                .recoverWithUni(() -> {
                    collector.cut();
                    return Uni.createFrom().voidItem();
                })
                .map(read -> selection());
    }

    /** Whether no further call may be made, by the operation or for now. */
    static boolean isOfCalls(Throwable thrown) {
        return thrown instanceof Failure failure
                && (failure.code() == ErrorCode.LIMIT_EXCEEDED || failure.code() == ErrorCode.UPSTREAM_RATE_LIMITED);
    }

    private Selection<T> selection() {
        boolean isForward = slice.direction().isForward();
        Anchor until = slice.until();
        if (until != null && !filter.hasEnd() && !collector.hasMore() && until.time() == null) {
            throw ListFailures.stale();
        }
        List<Positioned<T>> results = new ArrayList<>(collector.found());
        boolean isUpwards = slice.direction().in(source.sorting()).isForward();
        if (collector.isStopped() && !isUpwards && source.span() != null) {
            dropLastUnplaced(results);
        }
        int found = results.size();
        boolean isCut = false;
        Integer last = slice.last();
        if (collector.isCut() && !collector.isFull() && isForward && last != null && last < slice.count()) {
            throw ListFailures.cut();
        }
        if (isForward && last != null && last < results.size()) {
            results = new ArrayList<>(results.subList(results.size() - last, results.size()));
            isCut = true;
        }
        if (!isForward) {
            Collections.reverse(results);
        }
        boolean goesOn = collector.hasMore() || filter.hasMetEnd();
        boolean comesFrom = slice.from() != null || isCut;
        Positioned<T> reached = collector.isCut() ? collector.lastRead() : null;
        return new Selection<>(
                List.copyOf(results),
                isForward ? goesOn : comesFrom,
                isForward ? comesFrom : goesOn,
                total(found),
                isForward ? null : reached,
                isForward ? reached : null);
    }

    /** What was read before the span's earlier end was met stands, without a time of its own, with what is before that. */
    private void dropLastUnplaced(List<Positioned<T>> results) {
        while (!results.isEmpty()
                && !source.isPlaced(results.get(results.size() - 1).result())) {
            results.remove(results.size() - 1);
        }
    }

    private @Nullable Integer total(int found) {
        boolean isAllThereIs =
                slice.from() == null && slice.until() == null && !collector.hasMore() && !filter.hasUnplaced();
        if (isAllThereIs) {
            return found;
        }
        return source.span() == null && !source.isSelective() ? collector.total() : null;
    }
}
