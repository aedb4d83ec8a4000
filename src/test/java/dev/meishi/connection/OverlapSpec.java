package dev.meishi.connection;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * What {@link OverlapPlanner} has to answer, found by looking at every page of every size that can be joined to each
 * rank. Distances count from the anchor, up or down.
 */
record OverlapSpec(
        OverlapPlanner limits, boolean isUp, Map<Integer, List<PageRequest>> joinable, Map<Integer, int[]> ends) {

    private static final int IMPOSSIBLE = 1_000_000;

    OverlapSpec(OverlapPlanner limits, boolean isUp) {
        this(limits, isUp, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    /** The fewest calls by how many ranks are wanted; {@link #IMPOSSIBLE} where there is no chain. */
    int[] fewestCalls(int anchor, int longest, List<PageRequest> cached) {
        int most = Math.min(longest, isUp ? limits.cap() - anchor : anchor + 1);
        int[] calls = new int[most];
        Arrays.fill(calls, IMPOSSIBLE);
        for (int distance = 0; distance < most; distance++) {
            int before = distance == 0 ? 0 : calls[distance];
            int rank = isUp ? anchor + distance : anchor - distance;
            if (before < IMPOSSIBLE) {
                for (int end : ends.computeIfAbsent(rank, this::endsOf)) {
                    improve(calls, Math.abs(end - anchor), before + 1);
                }
                for (PageRequest page : cached) {
                    if (page.holds(rank)) {
                        improve(calls, Math.abs(end(page) - anchor), before);
                    }
                }
            }
        }
        for (int distance = most - 2; distance >= 0; distance--) {
            calls[distance] = Math.min(calls[distance], calls[distance + 1]);
        }
        return IntStream.rangeClosed(0, longest)
                .map(count -> calls[Math.min(Math.max(count, 1), most) - 1])
                .toArray();
    }

    private static void improve(int[] calls, int distance, int cost) {
        int to = Math.min(distance, calls.length - 1);
        calls[to] = Math.min(calls[to], cost);
    }

    /** What is wrong with a plan, which is empty if the planner found none; nothing if it is as it should be. */
    String faultOf(List<PageRequest> plan, int anchor, int count, List<PageRequest> cached, int calls) {
        if (plan.isEmpty() || calls == IMPOSSIBLE) {
            return plan.isEmpty() && calls == IMPOSSIBLE ? "" : "possible with " + calls;
        }
        int goal = isUp ? Math.min(anchor + count, limits.cap()) - 1 : Math.max(0, anchor - count + 1);
        int reach = anchor;
        int asked = 0;
        for (PageRequest page : plan) {
            if (!page.holds(reach)) {
                return page + " does not hold " + reach;
            }
            if (!cached.contains(page)) {
                asked++;
                if (!page.equals(furthest(reach))) {
                    return page + " is not the furthest, " + furthest(reach);
                }
            }
            reach = end(page);
        }
        if (isUp ? reach < goal : reach > goal) {
            return "ends before " + goal;
        }
        return asked == calls ? "" : "possible with " + calls;
    }

    /** How long a chain has to be if only pages at hand and the pages that a plan asks for may be used. */
    int shortest(List<PageRequest> plan, int anchor, int count, List<PageRequest> cached) {
        int goal = isUp ? Math.min(anchor + count, limits.cap()) - 1 : Math.max(0, anchor - count + 1);
        Set<Integer> reached = Set.of(anchor);
        for (int length = 1; length <= plan.size(); length++) {
            Set<Integer> next = new HashSet<>();
            for (int rank : reached) {
                cached.stream().filter(page -> page.holds(rank)).map(this::end).forEach(next::add);
                plan.stream().filter(joinable(rank)::contains).map(this::end).forEach(next::add);
            }
            if (next.stream().anyMatch(rank -> isUp ? rank >= goal : rank <= goal)) {
                return length;
            }
            reached = next;
        }
        return IMPOSSIBLE;
    }

    private PageRequest furthest(int rank) {
        PageRequest furthest = joinable(rank).get(0);
        for (PageRequest page : joinable(rank)) {
            if (isUp ? end(page) > end(furthest) : end(page) < end(furthest)) {
                furthest = page;
            }
        }
        return furthest;
    }

    private int[] endsOf(int rank) {
        return joinable(rank).stream().mapToInt(this::end).distinct().toArray();
    }

    /** The pages, the smallest first, that may be asked for to be joined at a rank. */
    private List<PageRequest> joinable(int rank) {
        return joinable.computeIfAbsent(
                rank,
                any -> IntStream.rangeClosed(1, limits.maxPageSize())
                        .mapToObj(size -> new PageRequest(rank / size + 1, size))
                        .filter(page -> page.end() <= limits.cap() && page.holds(withMargin(rank)))
                        .toList());
    }

    private int withMargin(int rank) {
        return isUp ? Math.max(0, rank - limits.margin()) : Math.min(limits.cap() - 1, rank + limits.margin());
    }

    private int end(PageRequest page) {
        return isUp ? (int) page.end() - 1 : (int) page.offset();
    }
}
