package dev.meishi.quota;

import dev.meishi.ledger.Claim;
import dev.meishi.ledger.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Divides the calls of a minute among those who want them. Each class of callers has a share of its own by its weight;
 * what a class does not use the others borrow. A call cannot be taken back for a minute, so of what may be borrowed an
 * eighth of each share is left for its owner to begin with, and whatever an owner was refused is kept for it as calls of
 * others expire: within a minute it has all of its share. Within a class the same holds between clients' addresses,
 * where there are several. Background work has no share, it borrows. Times are nanoseconds of one clock that never goes
 * back. Not thread-safe.
 */
final class Shares {

    /** Part of a share that is left to its owner while others borrow the rest. */
    private static final int RESERVE_DIVISOR = 8;

    /** An address that mostly asks for what there is not has this part of what it had else. */
    private static final int MISSING_DIVISOR = 4;

    private static final int BACKGROUND = -1;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<CallersTally> classes = new ArrayList<>();
    private final long minute;
    private final int salt;
    private final Minute counting;
    private int underWayInBackground;

    /**
     * Who wants a call.
     *
     * @param callers place of the class; negative for background work
     * @param slot of the client's address
     */
    record Who(int callers, int slot) {

        boolean isBackground() {
            return callers == BACKGROUND;
        }
    }

    /**
     * Shares nobody has used anything of.
     *
     * @param minute for how long a call counts after its end
     * @param salt so that nobody can choose an address that shares another's slot
     */
    Shares(Weights weights, long minute, int salt) {
        this.minute = minute;
        this.salt = salt;
        counting = new Minute(minute, this::expired);
        double sum = weights.byCallers().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        new TreeMap<>(weights.byCallers()).forEach((name, weight) -> {
            places.put(name, classes.size());
            classes.add(new CallersTally(weight / sum, minute));
        });
    }

    /** Who has this claim; a class that is not known is taken for the first one. */
    Who who(Claim claim, boolean isBackground) {
        int mixed = (claim.client() ^ salt) * 0x9E3779B1;
        return isBackground
                ? new Who(BACKGROUND, 0)
                : new Who(places.getOrDefault(claim.callers(), 0), mixed >>> 24 & CallersTally.SLOTS - 1);
    }

    /**
     * Whether a call may go.
     *
     * @param capacity calls of this minute in all
     */
    boolean mayGo(Who who, int capacity, long now) {
        counting.used(now);
        return new Division(who, 0, 0, now).isFree(capacity);
    }

    /**
     * How many calls may go at once.
     *
     * @param capacity calls of this minute in all
     */
    int left(Who who, int capacity, long now) {
        counting.used(now);
        int few = 0;
        int tooMany = capacity + 1;
        while (tooMany - few > 1) {
            int middle = few + (tooMany - few) / 2;
            if (new Division(who, middle - 1, 0, now).isFree(capacity)) {
                few = middle;
            } else {
                tooMany = middle;
            }
        }
        return few;
    }

    /**
     * When a call may go, as known by now.
     *
     * @param capacity calls of a minute in all
     * @param ahead how many of the same claimant go before it
     * @return now or later
     */
    long next(Who who, int capacity, int ahead, long now) {
        counting.used(now);
        if (new Division(who, ahead, 0, now).isFree(capacity)) {
            return now;
        }
        int few = 0;
        int enough = counting.ended() + 1;
        while (enough - few > 1) {
            int middle = few + (enough - few) / 2;
            if (new Division(who, ahead, middle, now).isFree(capacity)) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return enough > counting.ended() ? now + minute : counting.expiry(enough - 1);
    }

    /** Whether one more call may be under way beside others. */
    boolean isPlace(Who who, int concurrency, long now) {
        int free = concurrency - counting.underWay();
        if (who.isBackground()) {
            return free > 0 && underWayInBackground < Math.max(1, concurrency / 2);
        }
        int left = 0;
        if (concurrency > 2 * classes.size()) {
            for (int place = 0; place < classes.size(); place++) {
                CallersTally other = classes.get(place);
                left += place != who.callers() && other.all().underWay() == 0 ? 1 : 0;
            }
            CallersTally own = classes.get(who.callers());
            left += own.slot(who.slot()).underWay() > 0 && own.isShared(now) ? 1 : 0;
        }
        return free > left;
    }

    /** How much of its share a claimant has used; who has less goes first. */
    double load(Who who) {
        return classes.get(who.callers()).load();
    }

    /** Calls of an address that count in this minute. */
    int usedByClient(Who who) {
        return classes.get(who.callers()).slot(who.slot()).used();
    }

    /** Calls of a class that count in this minute. */
    int used(String callers, long now) {
        counting.used(now);
        Integer place = places.get(callers);
        return place == null ? 0 : classes.get(place).all().used();
    }

    void begun(Who who, long now) {
        counting.begun();
        if (who.isBackground()) {
            underWayInBackground++;
            return;
        }
        all(who).begun(now);
        slot(who).begun(now);
    }

    void withdrawn(Who who) {
        counting.withdrawn();
        if (who.isBackground()) {
            underWayInBackground--;
            return;
        }
        all(who).withdrawn();
        slot(who).withdrawn();
    }

    void ended(Who who, long now) {
        counting.ended(who.isBackground() ? BACKGROUND : who.callers() * CallersTally.SLOTS + who.slot(), now);
        if (who.isBackground()) {
            underWayInBackground--;
            return;
        }
        all(who).ended();
        slot(who).ended();
    }

    /** LINE WORKS said whether there is what a call asked for. */
    void answered(Who who, boolean isMiss) {
        if (!who.isBackground()) {
            all(who).answered(isMiss);
            slot(who).answered(isMiss);
        }
    }

    /** A call waits from now on. */
    void waits(Who who) {
        if (!who.isBackground()) {
            all(who).waits();
            slot(who).waits();
        }
    }

    void waitsNoMore(Who who) {
        if (!who.isBackground()) {
            all(who).waitsNoMore();
            slot(who).waitsNoMore();
        }
    }

    /** A call was refused for its share or for the quota. */
    void refused(Who who, long now) {
        if (!who.isBackground()) {
            all(who).refused(now);
            slot(who).refused(now);
        }
    }

    private Tally all(Who who) {
        return classes.get(who.callers()).all();
    }

    private Tally slot(Who who) {
        return classes.get(who.callers()).slot(who.slot());
    }

    private void expired(int code) {
        if (code != BACKGROUND) {
            CallersTally callers = classes.get(code / CallersTally.SLOTS);
            callers.all().expired();
            callers.slot(code % CallersTally.SLOTS).expired();
        }
    }

    /** How a minute is divided, as it is now, or as it will be when some of its calls have expired. */
    private final class Division {

        private final Who who;
        private final long now;
        private final int[] byClass = new int[classes.size()];

        /** Of the addresses of the claimant's class, if there are several. */
        private final int @Nullable [] bySlot;

        private int total;

        /**
         * The division that somebody meets.
         *
         * @param ahead calls of the same claimant that have gone by then
         * @param expired how many of the calls that have ended no longer count
         */
        Division(Who who, int ahead, int expired, long now) {
            this.who = who;
            this.now = now;
            for (int place = 0; place < byClass.length; place++) {
                byClass[place] = classes.get(place).all().used();
            }
            bySlot = who.isBackground() || !classes.get(who.callers()).hasSeveral() ? null : bySlot();
            if (!who.isBackground()) {
                byClass[who.callers()] += ahead;
            }
            if (bySlot != null) {
                bySlot[who.slot()] += ahead;
            }
            total = counting.used(now) + ahead;
            for (int i = 0; i < expired; i++) {
                expire(counting.owner(i));
            }
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
            if (code != BACKGROUND) {
                byClass[code / CallersTally.SLOTS]--;
                if (bySlot != null && code / CallersTally.SLOTS == who.callers()) {
                    bySlot[code % CallersTally.SLOTS]--;
                }
            }
        }

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
    }

    /** Of a share of one call nothing is left that anybody could borrow. */
    private static int reserve(int share) {
        return share < 2 ? 0 : Math.max(1, share / RESERVE_DIVISOR);
    }
}
