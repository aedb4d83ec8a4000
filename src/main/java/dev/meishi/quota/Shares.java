package dev.meishi.quota;

import dev.meishi.ledger.Claim;
import dev.meishi.ledger.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides the calls of a minute among those who want them. Each class of callers has a share of its own by its weight;
 * what a class does not use the others borrow. A call cannot be taken back for a minute, so of what may be borrowed an
 * eighth of each share is left for its owner to begin with, and whatever an owner was refused is kept for it as calls of
 * others expire: within a minute it has all of its share. Within a class the same holds between clients' addresses,
 * where there are several. Background work has no share, it borrows. Times are nanoseconds of one clock that never goes
 * back. Not thread-safe.
 */
final class Shares {

    /** In place of a class of callers. */
    static final int BACKGROUND = -1;

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
        return division(who, now).isFree(capacity);
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
            if (division(who, now).after(middle - 1, 0).isFree(capacity)) {
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
        if (division(who, now).after(ahead, 0).isFree(capacity)) {
            return now;
        }
        int few = 0;
        int enough = counting.ended() + 1;
        while (enough - few > 1) {
            int middle = few + (enough - few) / 2;
            if (division(who, now).after(ahead, middle).isFree(capacity)) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return enough > counting.ended() ? now + minute : counting.expiry(enough - 1);
    }

    private Division division(Who who, long now) {
        return new Division(classes, counting, who, now);
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
}
