package dev.meishi.quota;

import dev.meishi.quota.Shares.Claimant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of a minute are divided between claimants, now or when some of the calls have expired. Made for one
 * question. Not thread-safe.
 */
final class Division {

    /** The part of a share that is never lent: one eighth. */
    private static final int RESERVE_DIVISOR = 8;

    /** An address that mostly asks for what does not exist has a quarter of what it would have. */
    private static final int MISSING_DIVISOR = 4;

    private final List<CallersTally> classes;
    private final SlidingWindow counting;
    private final Claimant claimant;
    private final long now;
    private final int[] byClass;

    /** Of the addresses of the claimant's class, if there are several. */
    private final int @Nullable [] bySlot;

    private int total;

    /**
     * The division as it is for a claimant now.
     *
     * @param classes of callers
     * @param counting the calls of the minute
     */
    Division(List<CallersTally> classes, SlidingWindow counting, Claimant claimant, long now) {
        this.classes = classes;
        this.counting = counting;
        this.claimant = claimant;
        this.now = now;
        byClass = new int[classes.size()];
        for (int place = 0; place < byClass.length; place++) {
            byClass[place] = classes.get(place).all().used();
        }
        bySlot = claimant.isBackground() || !classes.get(claimant.callers()).hasSeveral() ? null : bySlot();
        total = counting.used(now);
    }

    /**
     * Moves on to a later moment.
     *
     * @param ahead calls of the same claimant that have gone by then
     * @param expired how many of the calls that have ended no longer count
     */
    Division after(int ahead, int expired) {
        if (!claimant.isBackground()) {
            byClass[claimant.callers()] += ahead;
        }
        if (bySlot != null) {
            bySlot[claimant.slot()] += ahead;
        }
        total += ahead;
        for (int i = 0; i < expired; i++) {
            expire(counting.owner(i));
        }
        return this;
    }

    private int[] bySlot() {
        int[] used = new int[CallersTally.SLOTS];
        @Nullable Tally[] slots = classes.get(claimant.callers()).slots();
        for (int slot = 0; slot < slots.length; slot++) {
            Tally tally = slots[slot];
            used[slot] = tally == null ? 0 : tally.used();
        }
        return used;
    }

    private void expire(int code) {
        total--;
        if (code != Shares.BACKGROUND) {
            byClass[code / CallersTally.SLOTS]--;
            if (bySlot != null && code / CallersTally.SLOTS == claimant.callers()) {
                bySlot[code % CallersTally.SLOTS]--;
            }
        }
    }

    /**
     * Whether the claimant may have a call.
     *
     * @param capacity calls of the minute in all
     */
    boolean isFree(int capacity) {
        int room = capacity - total;
        if (room <= 0) {
            return false;
        }
        int forOthers = 0;
        int reserved = 0;
        for (int place = 0; place < byClass.length; place++) {
            if (place != claimant.callers()) {
                CallersTally other = classes.get(place);
                int unused = Math.max(0, other.guaranteed(capacity) - byClass[place]);
                int reserve = reserve(other.guaranteed(capacity));
                forOthers += Math.min(unused, other.all().wanted(now) + reserve);
                reserved += Math.min(unused, reserve);
            }
        }
        if (claimant.isBackground()) {
            return room > forOthers;
        }
        CallersTally own = classes.get(claimant.callers());
        int ownUnused = own.guaranteed(capacity) - byClass[claimant.callers()];
        int borrowed = own.all().isMissing() ? 0 : room - forOthers;
        int ours = Math.max(borrowed, Math.min(room - reserved, ownUnused));
        return ours > 0 && (bySlot == null || !own.isShared(now) || isFreeWithin(own, bySlot, ours));
    }

    /** Of what a class may still have, whether the address may have one. */
    private boolean isFreeWithin(CallersTally own, int[] bySlot, int ours) {
        int max = byClass[claimant.callers()] + ours;
        int active = 1;
        @Nullable Tally[] slots = own.slots();
        for (int slot = 0; slot < slots.length; slot++) {
            active += slot != claimant.slot() && isActive(slots[slot], bySlot[slot]) ? 1 : 0;
        }
        int fair = Math.max(1, max / (active + 1));
        int used = bySlot[claimant.slot()];
        if (own.slot(claimant.slot()).isMissing()) {
            return used < Math.max(1, fair / MISSING_DIVISOR);
        }
        return used < fair || ours > reservedForOthers(slots, bySlot, fair) + reserve(max);
    }

    private int reservedForOthers(@Nullable Tally[] slots, int[] bySlot, int fair) {
        int forOthers = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            Tally tally = slots[slot];
            if (tally != null && slot != claimant.slot()) {
                forOthers += Math.max(0, Math.min(fair - bySlot[slot], tally.wanted(now)));
            }
        }
        return forOthers;
    }

    private boolean isActive(@Nullable Tally tally, int used) {
        return tally != null && (used > 0 || tally.wanted(now) > 0);
    }

    /** Of a share of one call nothing is left that anybody could borrow. */
    private static int reserve(int share) {
        return share < 2 ? 0 : Math.max(1, share / RESERVE_DIVISOR);
    }
}
