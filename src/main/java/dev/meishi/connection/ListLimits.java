package dev.meishi.connection;

import java.util.Set;

/** The limits of an API's lists, and how positions in them are counted. */
public interface ListLimits {

    /**
     * What the positions of its cursors can be counted from.
     *
     * @return those of {@link Anchor.Origin#FROM_START} where a list cannot be read from its end
     */
    Set<Anchor.Origin> origins();

    /**
     * How many results of one list the API serves.
     *
     * @return ranks
     */
    int cap();

    /**
     * Results on the largest page that the API serves.
     *
     * @return ranks
     */
    int maxPageSize();

    /**
     * Whether the API can be asked for a page at any rank.
     *
     * @return false if each page but the first is asked for by the cursor that came with the page before
     */
    boolean isSeekable();

    /**
     * What cursors of the list are sealed with that carry one of the API's.
     *
     * @return of the view in which the list is read
     */
    CursorSeal seal();
}
