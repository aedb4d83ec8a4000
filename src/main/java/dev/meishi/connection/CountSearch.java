package dev.meishi.connection;

import java.util.Optional;

/**
 * The search for the length of a list without a total. An empty page lies behind the end, a full page before it, and the
 * page between them counts. Of 100 pages at most 7 have to be read, fewer for a short list.
 *
 * <p>A list that changes during the search never contradicts what was observed last. If that contradicts what was observed
 * before, the list had the length of the later bound at some moment in between, and that is the answer.
 *
 * @param maxPageSize the size of the pages to ask for, the largest that the API serves
 * @param cap how many ranks the API serves at most: no page may end beyond it. A multiple of {@code maxPageSize}
 * @param atLeast how many results the list is known to have
 * @param atMost how many it is known to have at most; the cap stands for any number from there on
 */
public record CountSearch(int maxPageSize, int cap, int atLeast, int atMost) {

    /** Checks that the last page to ask for ends at the cap, and the bounds. */
    public CountSearch {
        if (maxPageSize < 1 || cap < maxPageSize || cap % maxPageSize != 0) {
            throw new IllegalArgumentException("cap " + cap + " is not a multiple of the page size " + maxPageSize);
        }
        if (atLeast < 0 || atLeast > atMost || atMost > cap) {
            throw new IllegalArgumentException(atLeast + " to " + atMost + " is not within " + cap);
        }
    }

    /**
     * The search for the length of a list of which nothing is known.
     *
     * @param maxPageSize the size of the pages to ask for
     * @param cap how many ranks the API serves at most
     */
    public CountSearch(int maxPageSize, int cap) {
        this(maxPageSize, cap, 0, cap);
    }

    /**
     * This search and what a page tells about the length of the list.
     *
     * @param page any page within the cap, of any size, asked for or cached
     * @param items how many results it has; a page that is not full ends the list
     * @param hasNext whether the API says that results follow. That none do is not believed of a page whose successor
     *     would go past the cap, which the API does not serve
     * @return the search that knows it
     */
    public CountSearch observe(PageRequest page, int items, boolean hasNext) {
        int found = (int) page.offset() + items;
        if (items == 0) {
            return new CountSearch(maxPageSize, cap, Math.min(atLeast, found), Math.min(atMost, found));
        }
        if (items < page.size() || isEnd(page, hasNext)) {
            return new CountSearch(maxPageSize, cap, found, found);
        }
        int more = Math.min(hasNext ? found + 1 : found, cap);
        return new CountSearch(maxPageSize, cap, Math.max(atLeast, more), Math.max(atMost, more));
    }

    private boolean isEnd(PageRequest page, boolean hasNext) {
        return !hasNext && page.end() + page.size() <= cap;
    }

    /**
     * The page to ask for next: the lowest that leaves no more pages above it than the calls that are left can tell
     * apart, since most lists are short.
     *
     * @return empty as soon as the length is {@link #known()}
     */
    public Optional<PageRequest> next() {
        if (atLeast == atMost) {
            return Optional.empty();
        }
        int first = atLeast / maxPageSize + 1;
        int last = (atMost - 1) / maxPageSize + 1;
        int above = Integer.highestOneBit(last - first + 1) - 1;
        return Optional.of(new PageRequest(last - above, maxPageSize));
    }

    /**
     * The length of the list.
     *
     * @return empty as long as there is a page to ask for
     */
    public Optional<Total> known() {
        return atLeast == atMost ? Optional.of(new Total(atLeast, atLeast < cap)) : Optional.empty();
    }
}
