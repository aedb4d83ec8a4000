package dev.meishi.quota;

import dev.meishi.ledger.Urgency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Calls that wait for their turn: interactive calls before background ones, the claimant that has used the least of its
 * share first, and the calls of one claimant in their order. Background work and each class of callers have room of their
 * own.
 * Not thread-safe.
 */
final class Waiting {

    private final List<Waiter> interactive = new ArrayList<>();
    private final List<Waiter> background = new ArrayList<>();
    private final int room;

    /** A call whose turn comes, or does not. It is told once, outside of any lock, on any thread. */
    interface Caller {

        /** Its turn has come. */
        void go(Permit permit);

        /** Its turn will not come in time. */
        void refused(RuntimeException why);
    }

    /**
     * A waiting call.
     *
     * @param caller that is told
     * @param claimant that it is counted for
     * @param latest when it is refused if its turn has not come
     */
    record Waiter(Caller caller, Shares.Claimant claimant, long latest) {

        Urgency urgency() {
            return claimant.isBackground() ? Urgency.BACKGROUND : Urgency.INTERACTIVE;
        }
    }

    /** Whether a waiting call stays, given the number of calls before it. */
    interface Decision {

        /** Whether it waits no more. */
        boolean isOver(Waiter waiter, int ahead, int backgroundAhead);
    }

    /**
     * No call waits.
     *
     * @param room maximum of each class, and of background work
     */
    Waiting(int room) {
        this.room = room;
    }

    boolean isEmpty() {
        return interactive.isEmpty() && background.isEmpty();
    }

    /** How many calls would certainly go before a new one. */
    int ahead(Shares.Claimant claimant) {
        return claimant.isBackground()
                ? interactive.size() + background.size()
                : count(waiter -> waiter.claimant().equals(claimant));
    }

    /** How many background calls would go before a new one. */
    int backgroundAhead(Shares.Claimant claimant) {
        return claimant.isBackground() ? background.size() : 0;
    }

    private int count(Predicate<Waiter> wanted) {
        return (int) interactive.stream().filter(wanted).count();
    }

    /** Whether there is room for one more. */
    boolean hasRoom(Shares.Claimant claimant) {
        int waiting = claimant.isBackground()
                ? background.size()
                : count(waiter -> waiter.claimant().callers() == claimant.callers());
        return waiting < room;
    }

    /**
     * The call that makes room for a new one where there is none: the last one of the client of the class with the most
     * waiting calls.
     *
     * @return null if no client has more waiting calls than the new call's client would have
     */
    @Nullable
    Waiter toMakeRoom(Shares.Claimant claimant) {
        if (claimant.isBackground()) {
            return null;
        }
        Map<Shares.Claimant, Integer> counts = new HashMap<>();
        interactive.stream()
                .filter(waiter -> waiter.claimant().callers() == claimant.callers())
                .forEach(waiter -> counts.merge(waiter.claimant(), 1, Integer::sum));
        int max = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (max <= counts.getOrDefault(claimant, 0) + 1) {
            return null;
        }
        return interactive.stream()
                .filter(waiter -> counts.getOrDefault(waiter.claimant(), 0) == max)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    void add(Waiter waiter) {
        of(waiter).add(waiter);
    }

    /** The next one of those that may go. */
    @Nullable
    Waiter next(Predicate<Shares.Claimant> mayGo, Shares shares) {
        Waiter next = null;
        Set<Shares.Claimant> asked = new HashSet<>();
        for (Waiter waiter : interactive) {
            if (asked.add(waiter.claimant())
                    && mayGo.test(waiter.claimant())
                    && (next == null || isBehind(waiter.claimant(), next.claimant(), shares))) {
                next = waiter;
            }
        }
        if (next == null
                && !background.isEmpty()
                && mayGo.test(background.get(0).claimant())) {
            return background.get(0);
        }
        return next;
    }

    private static boolean isBehind(Shares.Claimant one, Shares.Claimant other, Shares shares) {
        return one.callers() == other.callers()
                ? shares.usedByClient(one) < shares.usedByClient(other)
                : shares.load(one) < shares.load(other);
    }

    /** The first of each claimant. */
    List<Waiter> firsts() {
        List<Waiter> firsts = new ArrayList<>();
        Set<Shares.Claimant> seen = new HashSet<>();
        for (Waiter waiter : interactive) {
            if (seen.add(waiter.claimant())) {
                firsts.add(waiter);
            }
        }
        if (!background.isEmpty()) {
            firsts.add(background.get(0));
        }
        return firsts;
    }

    List<Waiter> all() {
        List<Waiter> all = new ArrayList<>(interactive);
        all.addAll(background);
        return all;
    }

    void remove(Waiter waiter) {
        of(waiter).remove(waiter);
    }

    /** Goes through all and removes those that wait no more. */
    void removeIf(Decision decision) {
        Map<Shares.Claimant, Integer> ahead = new HashMap<>();
        int stay = 0;
        for (Iterator<Waiter> all = interactive.iterator(); all.hasNext(); ) {
            Waiter waiter = all.next();
            if (decision.isOver(waiter, ahead.getOrDefault(waiter.claimant(), 0), 0)) {
                all.remove();
            } else {
                ahead.merge(waiter.claimant(), 1, Integer::sum);
                stay++;
            }
        }
        int backgroundAhead = 0;
        for (Iterator<Waiter> all = background.iterator(); all.hasNext(); ) {
            if (decision.isOver(all.next(), stay + backgroundAhead, backgroundAhead)) {
                all.remove();
            } else {
                backgroundAhead++;
            }
        }
    }

    private List<Waiter> of(Waiter waiter) {
        return waiter.claimant().isBackground() ? background : interactive;
    }
}
