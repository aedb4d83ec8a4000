package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Where a slice ends, told by the result that follows its end in the list of the anchor there: also of an anchor that is gone.
 * Not thread-safe: the steps of one walk follow each other.
 */
final class EndPlace {

    private final @Nullable Long follower;
    private final boolean isBehind;
    private boolean isPassed;

    /**
     * The place of the anchor that a slice is read up to.
     *
     * @param slice with such an anchor
     * @param follower fingerprint of the first result after its place, in the order of its list; null if there is none
     */
    EndPlace(Slice slice, @Nullable Long follower) {
        Anchor until = slice.until();
        Anchor from = slice.from();
        this.follower = follower;
        isBehind = until == null || slice.direction() == until.origin().order();
        isPassed = !isBehind && (follower == null || (from != null && follower == from.fingerprint()));
    }

    /** Whether the next result in the order of reading lies beyond it. */
    boolean isBefore(long next) {
        boolean isFollower = isFollower(next);
        if (isBehind) {
            return isFollower;
        }
        boolean wasPassed = isPassed;
        isPassed |= isFollower;
        return wasPassed;
    }

    /** Whether a result that is not read in that order is known to lie beyond it. */
    boolean isBeforeAny(long result) {
        return isBehind ? isFollower(result) : isPassed;
    }

    /** Whether the results of the slice begin here, where it is read from beyond its end. */
    boolean isRightBefore(long result) {
        return !isBehind && isFollower(result);
    }

    private boolean isFollower(long result) {
        return follower != null && follower == result;
    }
}
