package dev.meishi.pages;

import java.time.Duration;

/**
 * How old a page may be for what (RFC 5861), counted from when its call went out.
 *
 * @param fresh so long it is served as it is
 * @param staleWhileRevalidate so long after that it is served once more while a new one is asked for
 * @param staleIfError so old it may be where LINE WORKS does not give a new one; no less than the other two together
 */
record Lifetime(Duration fresh, Duration staleWhileRevalidate, Duration staleIfError) {

    /** What a page's age allows. */
    enum Use {
        AS_IT_IS,
        WHILE_A_NEW_ONE_IS_ASKED_FOR,
        IF_THERE_IS_NO_NEW_ONE,
        NONE
    }

    /** The longest of the three counts. */
    Lifetime {
        Duration served = fresh.plus(staleWhileRevalidate);
        staleIfError = staleIfError.compareTo(served) < 0 ? served : staleIfError;
    }

    /** Fresh for as long, and of no use after that. */
    Lifetime whileFresh() {
        return new Lifetime(fresh, Duration.ZERO, Duration.ZERO);
    }

    boolean isNone() {
        return staleIfError.isZero();
    }

    Use at(long ageNanos) {
        if (ageNanos < fresh.toNanos()) {
            return Use.AS_IT_IS;
        }
        if (ageNanos < fresh.plus(staleWhileRevalidate).toNanos()) {
            return Use.WHILE_A_NEW_ONE_IS_ASKED_FOR;
        }
        return ageNanos < staleIfError.toNanos() ? Use.IF_THERE_IS_NO_NEW_ONE : Use.NONE;
    }
}
