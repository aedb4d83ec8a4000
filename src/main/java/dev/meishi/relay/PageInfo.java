package dev.meishi.relay;

import dev.meishi.connection.Slice;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;

/** Where a page of a connection lies in its list. */
@Description("Where a page lies in its list.")
public record PageInfo(
        @Description("Whether results follow after this page.")
        boolean hasNextPage,

        @Description("Whether results lie before this page.")
        boolean hasPreviousPage,

        @Description("Cursor of the first result on this page, null on an empty page.") @Nullable
        String startCursor,

        @Description(
                "Cursor of the last result on this page, null on an empty page; give it to after for the next page.")
        @Nullable
        String endCursor) {

    /**
     * The page that a slice is.
     *
     * @param slice the results
     * @param cursors their cursors, in order
     * @return the page's place
     */
    public static PageInfo of(Slice<?> slice, List<String> cursors) {
        boolean isEmpty = cursors.isEmpty();
        return new PageInfo(
                slice.hasNext(),
                slice.offset() > 0,
                isEmpty ? null : cursors.get(0),
                isEmpty ? null : cursors.get(cursors.size() - 1));
    }
}
