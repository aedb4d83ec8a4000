package dev.meishi.connection;

/**
 * What the cursors of one list are bound to.
 *
 * @param list fingerprint of its filter and order, see {@link Cursor#fingerprint}
 * @param seal of the view in which it is read
 */
public record CursorScope(long list, CursorSeal seal) {

    /**
     * The cursor of a result.
     *
     * @param anchor at it
     * @return see {@link Cursor#encode}
     */
    public String cursor(Anchor anchor) {
        return new Cursor(anchor, list).encode(seal);
    }
}
