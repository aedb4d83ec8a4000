package dev.meishi.listing;

import dev.meishi.connection.Position.Token;
import dev.meishi.connection.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is read by cursors of the API.
 *
 * @param <T> kind of result
 * @param page as it was answered
 * @param start position of its first result
 */
record CursorPage<T>(Snapshot<T> page, Token start) {

    List<T> items() {
        return page.items();
    }

    /** The rank after its last result. */
    int end() {
        return start.rank() + items().size();
    }

    /**
     * Where the next page begins; null at the end of the list. A page without results ends it, and so does a cursor that
     * leads to the same page again.
     */
    @Nullable
    Token next() {
        String next = page.next();
        boolean isEnd = next == null || next.isEmpty() || items().isEmpty() || next.equals(start.cursor());
        return isEnd ? null : new Token(next, 0, end());
    }

    /** What the position of a result is counted from: the last one is the one before the next page. */
    Token base(int index, @Nullable Token next) {
        return next != null && index == items().size() - 1 ? next : start;
    }
}
