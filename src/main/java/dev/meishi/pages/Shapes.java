package dev.meishi.pages;

import dev.meishi.connection.PageRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pages of a list are kept, the latest last. Some may be gone since; that is found out when they are looked for.
 *
 * @param pages at most {@value #MOST}
 */
record Shapes(List<PageRequest> pages) {

    static final Shapes NONE = new Shapes(List.of());

    /** A walk through the 50,000 ranks there are leaves some 110. */
    private static final int MOST = 256;

    static Shapes of(PageRequest page) {
        return new Shapes(List.of(page));
    }

    /** With others that are later. */
    Shapes and(Shapes later) {
        if (pages.containsAll(later.pages)) {
            return this;
        }
        List<PageRequest> all = new ArrayList<>(pages);
        all.removeAll(later.pages);
        all.addAll(later.pages);
        return new Shapes(List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size())));
    }
}
