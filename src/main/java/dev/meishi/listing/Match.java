package dev.meishi.listing;

import dev.meishi.connection.Direction;
import dev.meishi.connection.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a result on pages by its fingerprint.
 *
 * @param <T> kind of result
 * @param keys of the list
 * @param fingerprint of the result
 * @param rank where it was
 */
record Match<T>(ItemKeys<T> keys, long fingerprint, int rank) {

    /** Its index on a page, -1 if it is not there. */
    int in(Snapshot<T> page) {
        return isAtRank(page) ? rank - page.start() : anywhere(page.items());
    }

    /** Its index among results, -1 if it is not there. */
    int anywhere(List<T> items) {
        for (int i = 0; i < items.size(); i++) {
            if (keys.fingerprint(items.get(i)) == fingerprint) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAtRank(Snapshot<T> page) {
        int index = rank - page.start();
        return index >= 0
                && index < page.items().size()
                && keys.fingerprint(page.items().get(index)) == fingerprint;
    }

    /** Of the pages that have it at its rank, or else anywhere, the one with the most beyond it; null if none has it. */
    @Nullable
    Snapshot<T> furthest(List<Snapshot<T>> pages, Direction direction) {
        Snapshot<T> best = furthest(pages, direction, true);
        return best != null ? best : furthest(pages, direction, false);
    }

    private @Nullable Snapshot<T> furthest(List<Snapshot<T>> pages, Direction direction, boolean isAtRankOnly) {
        Snapshot<T> best = null;
        int most = -1;
        for (Snapshot<T> page : pages) {
            int index = !isAtRankOnly ? in(page) : isAtRank(page) ? rank - page.start() : -1;
            int beyond = direction.isForward() ? page.items().size() - index : index;
            if (index >= 0 && beyond > most) {
                best = page;
                most = beyond;
            }
        }
        return best;
    }
}
