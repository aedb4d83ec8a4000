package dev.meishi.quota;

import dev.meishi.quota.Shares.Who;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of a minute are divided between those who want them, as it is now, or as it will be when some of the calls
 * have expired. Made for one question. Not thread-safe.
 */
final class Division {

    /** Part of a share that is left to its owner while others borrow the rest. */
    private static final int RESERVE_DIVISOR = 8;

    /** An address that mostly asks for what there is not has this part of what it had else. */
    private static final int MISSING_DIVISOR = 4;

    private final List<CallersTally> classes;
    private final Minute counting;
    private final Who who;
    private final long now;
    private final int[] byClass;

    /** Of the addresses of the claimant's class, if there are several. */
    private final int @Nullable [] bySlot;

    private int total;

    /**
     * The division that somebody meets now.
     *
     * @param classes of callers
     * @param counting the calls of the minute
     */
    Division(List<CallersTally> classes, Minute counting, Who who, long now) {
        this.classes = classes;
        this.counting = counting;
        this.who = who;
        this.now = now;
        byClass = new int[classes.size()];
        for (int place = 0; place < byClass.length; place++) {
            byClass[place] = classes.get(place).all().used();
        }
        bySlot = who.isBackground() || !classes.get(who.callers()).hasSeveral() ? null : bySlot();
        total = counting.used(now);
    }

    /**
     * Moves on to a later moment.
     *
     * @param ahead calls of the same claimant that have gone by then
     * @param expired how many of the calls that have ended no longer count
     */
    Division after(int ahead, int expired) {
        if (!who.isBackground()) {
            byClass[who.callers()] += ahead;
        }
        if (bySlot != null) {
            bySlot[who.slot()] += ahead;
        }
        total += ahead;
        for (int i = 0; i < expired; i++) {
            expire(counting.owner(i));
        }
        return this;
    }

    private int[] bySlot() {
        int[] used = new int[CallersTally.SLOTS];
        @Nullable Tally[] slots = classes.get(who.callers()).slots();
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
            if (bySlot != null && code / CallersTally.SLOTS == who.callers()) {
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
        int kept = 0;
        int reserved = 0;
        for (int place = 0; place < byClass.length; place++) {
            if (place != who.callers()) {
                CallersTally other = classes.get(place);
                int unused = Math.max(0, other.guaranteed(capacity) - byClass[place]);
                int reserve = reserve(other.guaranteed(capacity));
                kept += Math.min(unused, other.all().wanted(now) + reserve);
                reserved += Math.min(unused, reserve);
            }
        }
        if (who.isBackground()) {
            return room > kept;
        }
        CallersTally own = classes.get(who.callers());
        int ownUnused = own.guaranteed(capacity) - byClass[who.callers()];
        int borrowed = own.all().isMissing() ? 0 : room - kept;
        int ours = Math.max(borrowed, Math.min(room - reserved, ownUnused));
        return ours > 0 && (bySlot == null || !own.isShared(now) || isFreeWithin(own, bySlot, ours));
    }

    /** Of what a class may still have, whether the address may have one. */
    private boolean isFreeWithin(CallersTally own, int[] bySlot, int ours) {
        int most = byClass[who.callers()] + ours;
        int active = 1;
        @Nullable Tally[] slots = own.slots();
        for (int slot = 0; slot < slots.length; slot++) {
            active += slot != who.slot() && isActive(slots[slot], bySlot[slot]) ? 1 : 0;
        }
        int fair = Math.max(1, most / (active + 1));
        int used = bySlot[who.slot()];
        if (own.slot(who.slot()).isMissing()) {
            return used < Math.max(1, fair / MISSING_DIVISOR);
        }
        return used < fair || ours > keptForOthers(slots, bySlot, fair) + reserve(most);
    }

    private int keptForOthers(@Nullable Tally[] slots, int[] bySlot, int fair) {
        int kept = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            Tally tally = slots[slot];
            if (tally != null && slot != who.slot()) {
                kept += Math.max(0, Math.min(fair - bySlot[slot], tally.wanted(now)));
            }
        }
        return kept;
    }

    private boolean isActive(@Nullable Tally tally, int used) {
        return tally != null && (used > 0 || tally.wanted(now) > 0);
    }

    /** Of a share of one call nothing is left that anybody could borrow. */
    private static int reserve(int share) {
        return share < 2 ? 0 : Math.max(1, share / RESERVE_DIVISOR);
    }
}
