package economy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Pages through a whole list from one end to the other, as a client does.
 *
 * @param question which list
 * @param backward from its end by {@code last} and {@code before}
 * @param size of the next page
 * @param between what happens between two pages
 */
record Walk(Question question, boolean backward, IntSupplier size, Runnable between) {

    /** A walk by pages of one size, and nothing happens between them. */
    static Walk of(Question question, boolean backward, int size) {
        return new Walk(question, backward, () -> size, () -> {});
    }

    /**
     * What a walk found.
     *
     * @param ids in the order of the list, wherever it began
     * @param cursors of them; empty unless asked for
     * @param pages asked for, those before a restart included
     * @param restarts from the beginning, which a CURSOR_STALE asks for
     * @param shortPages that have fewer contacts than asked for, though more follow
     * @param end the error that ended it; null where it came to the end of the list
     * @param oddities what was wrong with {@code pageInfo} and the pages' sizes
     */
    record Found(
            List<String> ids,
            List<String> cursors,
            int pages,
            int restarts,
            int shortPages,
            Answer.@Nullable Coded end,
            List<String> oddities) {}

    /**
     * Walks.
     *
     * @param gateway to ask
     * @param mostPages after which it gives up: a walk that does not come to an end
     */
    Found walk(Gateway gateway, int mostPages) throws Exception {
        List<String> ids = new ArrayList<>();
        List<String> cursors = new ArrayList<>();
        List<String> oddities = new ArrayList<>();
        int restarts = 0;
        int shortPages = 0;
        String cursor = null;
        for (int pages = 1; pages <= mostPages; pages++) {
            int wanted = size.getAsInt();
            Answer.Page page;
            try {
                page = gateway.ask(backward ? question.last(wanted, cursor) : question.first(wanted, cursor))
                        .page();
            } catch (Answer.Coded coded) {
                if (!coded.code().equals("CURSOR_STALE")) {
                    return new Found(ordered(ids), ordered(cursors), pages, restarts, shortPages, coded, oddities);
                }
                ids.clear();
                cursors.clear();
                cursor = null;
                restarts++;
                continue;
            }
            boolean goesOn = backward ? page.hasPrevious() : page.hasNext();
            boolean cameFrom = backward ? page.hasNext() : page.hasPrevious();
            shortPages += goesOn && page.ids().size() < wanted ? 1 : 0;
            if (page.ids().size() > wanted) {
                oddities.add("page " + pages + " has " + page.ids().size() + " contacts instead of " + wanted);
            }
            if (cursor == null && cameFrom) {
                oddities.add("page " + pages + " is the first one and claims another before it");
            }
            if (cursor != null && !cameFrom && !page.ids().isEmpty()) {
                oddities.add("page " + pages + " does not know of the page that was before");
            }
            ids.addAll(ordered(page.ids()));
            cursors.addAll(ordered(page.cursors()));
            cursor = backward ? page.start() : page.end();
            if (!goesOn) {
                return new Found(ordered(ids), ordered(cursors), pages, restarts, shortPages, null, oddities);
            }
            if (cursor == null) {
                oddities.add("page " + pages + " promises more, and has no cursor to go on from");
                return new Found(ordered(ids), ordered(cursors), pages, restarts, shortPages, null, oddities);
            }
            between.run();
        }
        oddities.add("no end after " + mostPages + " pages");
        return new Found(ordered(ids), ordered(cursors), mostPages, restarts, shortPages, null, oddities);
    }

    private <T> List<T> ordered(List<T> list) {
        List<T> ordered = new ArrayList<>(list);
        if (backward) {
            Collections.reverse(ordered);
        }
        return ordered;
    }
}
