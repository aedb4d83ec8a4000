package dev.meishi.relay;

import dev.meishi.connection.LateCursor;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;

/** Where a page of a connection lies in its list. */
@Description("Where a page lies in its list.")
public record PageInfo(
        @Description(
                "Whether results follow after this page, or may follow because reading has ended before the page was full.")
        boolean hasNextPage,

        @Description(
                "Whether results lie before this page, or may lie there because reading has ended before the page was full.")
        boolean hasPreviousPage,

        @Description(
                "Cursor of the first result on this page, null on an empty page; give it to before, where a field has that, for the previous page. Where reading backward has ended before the page was full, of the last result looked at.")
        @AdaptToScalar(Scalar.String.class)
        @Nullable
        LateCursor startCursor,

        @Description(
                "Cursor of the last result on this page; give it to after for the next page. Null on an empty page, but changes repeats the cursor that it was given. Where reading forward has ended before the page was full, of the last result looked at.")
        @AdaptToScalar(Scalar.String.class)
        @Nullable
        LateCursor endCursor) {

    /**
     * The place of an empty page at which a list ends that goes on growing: its end is where it was read on from.
     *
     * @param after cursor that was given
     * @param hasNext whether results follow all the same, as after a page that was to have none
     * @return the place
     */
    public static PageInfo emptyAfter(@Nullable String after, boolean hasNext) {
        return new PageInfo(hasNext, after != null, null, LateCursor.sent(after));
    }

    /**
     * A page's place.
     *
     * @param hasNext whether results follow after it
     * @param hasPrevious whether results lie before it
     * @param cursors of its results, in order
     * @return the place
     */
    public static PageInfo of(boolean hasNext, boolean hasPrevious, List<LateCursor> cursors) {
        boolean isEmpty = cursors.isEmpty();
        return new PageInfo(
                hasNext,
                hasPrevious,
                isEmpty ? null : cursors.get(0),
                isEmpty ? null : cursors.get(cursors.size() - 1));
    }
}
