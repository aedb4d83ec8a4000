package dev.meishi.memo;

/** An object that never changes and is kept, so that what was worked out of it once holds for as long as it lives. */
public interface Memorable {

    /**
     * Where that is kept.
     *
     * @return the same each time
     */
    Memo workedOut();
}
