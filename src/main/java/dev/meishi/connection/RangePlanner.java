package dev.meishi.connection;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns a window of ranks into the fewest pages, and among those into the fewest results transferred. Any window of at
 * most the page size's limit needs one page or two.
 *
 * @param maxPageSize the largest page the API serves
 * @param cap how many ranks the API serves at most: no page may end beyond it. A multiple of {@code maxPageSize}, so
 *     that there is always a plan
 */
public record RangePlanner(int maxPageSize, int cap) {

    /** Checks that every window has a plan. */
    public RangePlanner {
        if (maxPageSize < 1 || cap < maxPageSize || cap % maxPageSize != 0) {
            throw new IllegalArgumentException("cap " + cap + " is not a multiple of the page size " + maxPageSize);
        }
    }

    /**
     * Plans a window.
     *
     * @param window ends at or before the cap
     * @return the pages to ask for; those after the one that ends the list need not be asked
     */
    public RangePlan plan(Window window) {
        if (window.offset() < 0 || window.count() < 1 || window.end() > cap) {
            throw new IllegalArgumentException(window + " is not within " + cap + " ranks");
        }
        int best = maxPageSize;
        int smallest = (window.count() - 1) / calls(window, maxPageSize) + 1;
        for (int size = smallest; size <= maxPageSize; size++) {
            if (isWithinCap(window, size) && isCheaper(window, size, best)) {
                best = size;
            }
        }
        int size = best;
        List<PageRequest> pages = IntStream.rangeClosed(firstPage(window, size), lastPage(window, size))
                .mapToObj(number -> new PageRequest(number, size))
                .toList();
        return new RangePlan(pages, (int) (window.offset() - pages.get(0).offset()));
    }

    private boolean isWithinCap(Window window, int size) {
        return (long) lastPage(window, size) * size <= cap;
    }

    private static boolean isCheaper(Window window, int size, int than) {
        int calls = calls(window, size);
        int callsThan = calls(window, than);
        return calls < callsThan || (calls == callsThan && size < than);
    }

    private static int calls(Window window, int size) {
        return lastPage(window, size) - firstPage(window, size) + 1;
    }

    private static int firstPage(Window window, int size) {
        return window.offset() / size + 1;
    }

    private static int lastPage(Window window, int size) {
        return (int) ((window.end() - 1) / size) + 1;
    }
}
