package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.ChainPlanner;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.PageWanted;
import dev.meishi.connection.Snapshot;
import dev.meishi.ledger.Ledger;
import dev.meishi.pages.ListPages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says beforehand how many calls reading a part of a search may take.
 *
 * @param <T> kind of result
 */
final class Costing<T> {

    private final Lists<T> lists;
    private final ChainPlanner planner;
    private final Ledger ledger;

    Costing(Lists<T> lists, ChainPlanner planner, Ledger ledger) {
        this.lists = lists;
        this.planner = planner;
        this.ledger = ledger;
    }

    Ledger.Plan plan(String field, PageWanted wanted, boolean isTotalWanted) {
        boolean isTowardsEnd = !wanted.isBackward();
        Anchor anchor = isTowardsEnd ? wanted.after() : wanted.before();
        SpanPlan span = anchor == null ? spanPlan(isTowardsEnd) : null;
        int page =
                anchor != null ? on(anchor, wanted.count(), isTowardsEnd) : begin(span, wanted.count(), isTowardsEnd);
        int total = isTotalWanted ? new Counting<>(lists, planner, ledger).worstCase() : 0;
        return new Ledger.Plan(field, page + total, how(span, page, total), hint(span, total));
    }

    private @Nullable SpanPlan spanPlan(boolean isTowardsEnd) {
        Span span = lists.span();
        if (span == null || !lists.isSortedBySpan()) {
            return null;
        }
        boolean isUpwards = lists.isAscending() == isTowardsEnd;
        DirectedList<T> list = new DirectedList<>(
                lists.pages(!isTowardsEnd, null), lists.order(), isUpwards, Anchor.Frame.START, planner);
        int ranks = new BorderSearch<>(list, isUpwards ? span.from() : span.to(), ledger).worstCase();
        return new SpanPlan(Windows.of(span, lists.longestWindow()).count(), ranks);
    }

    private int begin(@Nullable SpanPlan span, int count, boolean isTowardsEnd) {
        if (span != null) {
            return (int) span.calls() + (span.isByWindows() ? 0 : 1);
        }
        ListPages<T> pages = lists.pages(!isTowardsEnd, null);
        List<PageRequest> atHand = atHand(pages, 0, count);
        return missing(planner.start(count, atHand), atHand);
    }

    private int on(Anchor anchor, int count, boolean isTowardsEnd) {
        boolean isReversed = anchor.frame().isFromEnd();
        int rank = Math.min(anchor.rank(), planner.cap() - 1);
        if (anchor.frame().isWindow()) {
            return 1 + count / planner.maxPageSize();
        }
        List<PageRequest> atHand = atHand(lists.pages(isReversed, null), rank - count, rank + count + 1);
        return missing(
                isTowardsEnd == isReversed
                        ? planner.preceding(rank, count + 1, atHand)
                        : planner.following(rank, count + 1, atHand),
                atHand);
    }

    private List<PageRequest> atHand(ListPages<T> pages, int from, int to) {
        return pages.atHand(from, to, ledger).stream()
                .<PageRequest>map(Snapshot::page)
                .toList();
    }

    private static int missing(List<PageRequest> chain, List<PageRequest> atHand) {
        return (int) chain.stream().filter(page -> !atHand.contains(page)).count();
    }

    private String how(@Nullable SpanPlan span, int page, int total) {
        String way = span != null
                ? span.how()
                : lists.span() != null ? "by reading the list and leaving out what is not in the span" : "page " + page;
        return total == 0 ? way : way + "; total " + total;
    }

    private String hint(@Nullable SpanPlan span, int total) {
        if (total > 0) {
            return "Leave out totalCount.";
        }
        return span == null ? "Ask for fewer lists at once." : "Ask for a shorter span of time.";
    }
}
