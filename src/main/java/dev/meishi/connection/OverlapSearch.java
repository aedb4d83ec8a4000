package dev.meishi.connection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search for one chain. It always takes the page that reaches furthest, and a cached one while there is any that
 * reaches further: a page that can be joined to a shorter chain can be joined to a longer one, or lies within it.
 *
 * @param planner the limits
 * @param isForward whether the chain goes up from its anchor
 * @param anchor the rank that the first page has to hold
 * @param goal the rank that the last page has to hold
 * @param cached pages that cost nothing
 */
record OverlapSearch(OverlapPlanner planner, boolean isForward, int anchor, int goal, Collection<PageRequest> cached) {

    /**
     * The shortest chain of pages cached.
     *
     * @return empty if there is none
     */
    List<PageRequest> cachedAlone() {
        List<PageRequest> chain = new ArrayList<>();
        while (!isAtGoal(chain)) {
            PageRequest page = furthestCached(chain);
            if (page == null) {
                return List.of();
            }
            chain.add(page);
        }
        return chain;
    }

    /**
     * The chain with the fewest pages asked for, each of them as far-reaching as can be, and of those the shortest.
     *
     * @return at least one page
     * @throws IllegalArgumentException if there is none
     */
    List<PageRequest> cheapest() {
        List<PageRequest> chain = new ArrayList<>();
        while (!isAtGoal(chain)) {
            PageRequest page = furthestCached(chain);
            if (page == null) {
                page = furthest(chain);
                dropWhatLeadsNoFurther(chain, page);
            }
            chain.add(page);
        }
        return chain;
    }

    private PageRequest furthest(List<PageRequest> chain) {
        PageRequest page = furthest(reach(chain));
        if (page == null || !leadsOn(page, chain)) {
            throw new IllegalArgumentException(
                    "no chain from " + anchor + " to " + goal + " with pages of " + planner.maxPageSize());
        }
        return page;
    }

    private @Nullable PageRequest furthest(int rank) {
        PageRequest enough = planner.isReadingAhead() || rank == goal ? null : planner.smallest(isForward, rank, goal);
        if (enough != null) {
            return enough;
        }
        return isForward ? planner.furthestUp(rank) : planner.furthestDown(rank);
    }

    private void dropWhatLeadsNoFurther(List<PageRequest> chain, PageRequest than) {
        int last = chain.size() - 1;
        while (last >= 0 && than.equals(furthest(reach(chain.subList(0, last))))) {
            chain.remove(last);
            last--;
        }
    }

    private @Nullable PageRequest furthestCached(List<PageRequest> chain) {
        int rank = reach(chain);
        PageRequest furthest = null;
        for (PageRequest page : cached) {
            if (page.holds(rank) && (furthest == null || isFurther(reach(page), reach(furthest)))) {
                furthest = page;
            }
        }
        return furthest != null && leadsOn(furthest, chain) ? furthest : null;
    }

    private boolean leadsOn(PageRequest page, List<PageRequest> chain) {
        return isFurther(reach(page), reach(chain)) || (chain.isEmpty() && anchor == goal);
    }

    private boolean isAtGoal(List<PageRequest> chain) {
        return !chain.isEmpty() && !isFurther(goal, reach(chain));
    }

    private boolean isFurther(int rank, int than) {
        return isForward ? rank > than : rank < than;
    }

    private int reach(List<PageRequest> chain) {
        return chain.isEmpty() ? anchor : reach(chain.get(chain.size() - 1));
    }

    private int reach(PageRequest page) {
        return (int) (isForward ? page.end() - 1 : page.offset());
    }
}
