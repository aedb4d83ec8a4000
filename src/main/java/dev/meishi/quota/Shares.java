package dev.meishi.quota;

import dev.meishi.ledger.Claim;
import dev.meishi.ledger.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides the calls of a minute among the clients that want them. Each class of callers has a share of its own by its weight;
 * what a class does not use, others borrow. A call counts for a minute, so an eighth of each share is never lent, and
 * what an owner was refused is reserved for it as calls of others expire: within a minute it has all of its share. Within a class the same holds between clients' addresses,
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
    private final SlidingWindow counting;
    private int underWayInBackground;

    /**
     * The class and the address that a call is counted for.
     *
     * @param callers place of the class; negative for background work
     * @param slot of the client's address
     */
    record Claimant(int callers, int slot) {

        boolean isBackground() {
            return callers == BACKGROUND;
        }
    }

    /**
     * Shares of which nothing is used.
     *
     * @param minute for how long a call counts after its end
     * @param salt so that a client cannot choose an address that shares another's slot
     */
    Shares(Weights weights, long minute, int salt) {
        this.minute = minute;
        this.salt = salt;
        counting = new SlidingWindow(minute, this::expired);
        double sum = weights.byCallers().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        new TreeMap<>(weights.byCallers()).forEach((name, weight) -> {
            places.put(name, classes.size());
            classes.add(new CallersTally(weight / sum, minute));
        });
    }

    /** The claimant of a claim; a class that is not known is taken for the first one. */
    Claimant claimant(Claim claim, boolean isBackground) {
        int mixed = (claim.client() ^ salt) * 0x9E3779B1;
        return isBackground
                ? new Claimant(BACKGROUND, 0)
                : new Claimant(places.getOrDefault(claim.callers(), 0), mixed >>> 24 & CallersTally.SLOTS - 1);
    }

    /**
     * Whether a call may go.
     *
     * @param capacity calls of this minute in all
     */
    boolean mayGo(Claimant claimant, int capacity, long now) {
        counting.used(now);
        return division(claimant, now).isFree(capacity);
    }

    /**
     * How many calls may go at once.
     *
     * @param capacity calls of this minute in all
     */
    int left(Claimant claimant, int capacity, long now) {
        counting.used(now);
        int few = 0;
        int tooMany = capacity + 1;
        while (tooMany - few > 1) {
            int middle = few + (tooMany - few) / 2;
            if (division(claimant, now).after(middle - 1, 0).isFree(capacity)) {
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
    long next(Claimant claimant, int capacity, int ahead, long now) {
        counting.used(now);
        if (division(claimant, now).after(ahead, 0).isFree(capacity)) {
            return now;
        }
        int few = 0;
        int enough = counting.ended() + 1;
        while (enough - few > 1) {
            int middle = few + (enough - few) / 2;
            if (division(claimant, now).after(ahead, middle).isFree(capacity)) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return enough > counting.ended() ? now + minute : counting.expiry(enough - 1);
    }

    private Division division(Claimant claimant, long now) {
        return new Division(classes, counting, claimant, now);
    }

    /** Whether one more call may be under way beside others. */
    boolean isPlace(Claimant claimant, int concurrency, long now) {
        int free = concurrency - counting.underWay();
        if (claimant.isBackground()) {
            return free > 0 && underWayInBackground < Math.max(1, concurrency / 2);
        }
        int left = 0;
        if (concurrency > 2 * classes.size()) {
            for (int place = 0; place < classes.size(); place++) {
                CallersTally other = classes.get(place);
                left += place != claimant.callers() && other.all().underWay() == 0 ? 1 : 0;
            }
            CallersTally own = classes.get(claimant.callers());
            left += own.slot(claimant.slot()).underWay() > 0 && own.isShared(now) ? 1 : 0;
        }
        return free > left;
    }

    /** How much of its share a claimant has used; the one with less goes first. */
    double load(Claimant claimant) {
        return classes.get(claimant.callers()).load();
    }

    /** Calls of an address that count in this minute. */
    int usedByClient(Claimant claimant) {
        return classes.get(claimant.callers()).slot(claimant.slot()).used();
    }

    /** Calls of a class that count in this minute. */
    int used(String callers, long now) {
        counting.used(now);
        Integer place = places.get(callers);
        return place == null ? 0 : classes.get(place).all().used();
    }

    void begun(Claimant claimant, long now) {
        counting.begun();
        if (claimant.isBackground()) {
            underWayInBackground++;
            return;
        }
        all(claimant).begun(now);
        slot(claimant).begun(now);
    }

    void withdrawn(Claimant claimant) {
        counting.withdrawn();
        if (claimant.isBackground()) {
            underWayInBackground--;
            return;
        }
        all(claimant).withdrawn();
        slot(claimant).withdrawn();
    }

    void ended(Claimant claimant, long now) {
        counting.ended(
                claimant.isBackground() ? BACKGROUND : claimant.callers() * CallersTally.SLOTS + claimant.slot(), now);
        if (claimant.isBackground()) {
            underWayInBackground--;
            return;
        }
        all(claimant).ended();
        slot(claimant).ended();
    }

    /** LINE WORKS said whether there is what a call asked for. */
    void answered(Claimant claimant, boolean isMiss) {
        if (!claimant.isBackground()) {
            all(claimant).answered(isMiss);
            slot(claimant).answered(isMiss);
        }
    }

    /** A call waits from now on. */
    void waits(Claimant claimant) {
        if (!claimant.isBackground()) {
            all(claimant).waits();
            slot(claimant).waits();
        }
    }

    void waitsNoMore(Claimant claimant) {
        if (!claimant.isBackground()) {
            all(claimant).waitsNoMore();
            slot(claimant).waitsNoMore();
        }
    }

    /** A call was refused for its share or for the quota. */
    void refused(Claimant claimant, long now) {
        if (!claimant.isBackground()) {
            all(claimant).refused(now);
            slot(claimant).refused(now);
        }
    }

    private Tally all(Claimant claimant) {
        return classes.get(claimant.callers()).all();
    }

    private Tally slot(Claimant claimant) {
        return classes.get(claimant.callers()).slot(claimant.slot());
    }

    private void expired(int code) {
        if (code != BACKGROUND) {
            CallersTally callers = classes.get(code / CallersTally.SLOTS);
            callers.all().expired();
            callers.slot(code % CallersTally.SLOTS).expired();
        }
    }
}
