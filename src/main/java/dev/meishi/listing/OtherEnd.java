package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.ChainPlanner;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Where a result near the last rank served from the one end stands when it is counted from the other. For that it has to
 * be known how many results there are; a list of the same ones sorted by time tells, up to twice as many as are served.
 *
 * @param <T> kind of result
 */
final class OtherEnd<T> {

    private final Lists<T> byTime;
    private final ChainPlanner planner;
    private final Ledger ledger;

    OtherEnd(Lists<T> lists, ChainPlanner planner, Ledger ledger) {
        this.byTime = lists.byTime();
        this.planner = planner;
        this.ledger = ledger;
    }

    /**
     * Its rank from the other end, but for what came or went since and for results of the same second.
     *
     * @return fails with {@code RESULT_WINDOW_EXCEEDED} if it cannot be reached from there either
     */
    Uni<Integer> rankOf(Anchor anchor) {
        PageRequest last = new PageRequest(planner.cap() / planner.maxPageSize(), planner.maxPageSize());
        return byTime.pages(false, null).get(last, ledger).flatMap(page -> {
            Long time = page.items().isEmpty()
                    ? null
                    : byTime.order().time(page.items().get(page.items().size() - 1));
            if (time == null) {
                throw DirectedList.stale();
            }
            return later(time).map(later -> page.end() + later - 1 - anchor.rank());
        });
    }

    private Uni<Integer> later(long time) {
        DirectedList<T> descending =
                new DirectedList<>(byTime.pages(true, null), byTime.order(), false, Anchor.Frame.END, planner);
        return new BorderSearch<>(descending, time, ledger).find(List.of()).map(border -> {
            Snapshot<T> page = border.page();
            if (page == null) {
                throw Listing.exceeded("this one lies beyond both");
            }
            return page.start() + border.after();
        });
    }
}
