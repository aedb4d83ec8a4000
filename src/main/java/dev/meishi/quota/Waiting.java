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
 * Those who wait for their turn: interactive calls before background ones, the claimant who has used the least of its
 * share first, and of one claimant who came first. Background work and each class of callers have room of their own.
 * Not thread-safe.
 */
final class Waiting {

    private final List<Waiter> interactive = new ArrayList<>();
    private final List<Waiter> background = new ArrayList<>();
    private final int room;

    /** Whose turn comes, or does not. Either is said once, outside of any lock, on any thread. */
    interface Caller {

        /** Its turn has come. */
        void go(Permit permit);

        /** Its turn will not come in time. */
        void refused(RuntimeException why);
    }

    /**
     * One who waits.
     *
     * @param caller who is told
     * @param who wants the call
     * @param latest when the wait ends in vain
     */
    record Waiter(Caller caller, Shares.Who who, long latest) {

        Urgency urgency() {
            return who.isBackground() ? Urgency.BACKGROUND : Urgency.INTERACTIVE;
        }
    }

    /** What to decide of one who waits, with so many before him. */
    interface Decision {

        /** Whether he waits no more. */
        boolean isOver(Waiter waiter, int ahead, int backgroundAhead);
    }

    /**
     * Nobody waits.
     *
     * @param room for how many of each class, and of background work
     */
    Waiting(int room) {
        this.room = room;
    }

    boolean isEmpty() {
        return interactive.isEmpty() && background.isEmpty();
    }

    /** How many would certainly go before a newcomer. */
    int ahead(Shares.Who who) {
        return who.isBackground()
                ? interactive.size() + background.size()
                : count(waiter -> waiter.who().equals(who));
    }

    /** How many background calls would go before a newcomer. */
    int backgroundAhead(Shares.Who who) {
        return who.isBackground() ? background.size() : 0;
    }

    private int count(Predicate<Waiter> wanted) {
        return (int) interactive.stream().filter(wanted).count();
    }

    /** Whether there is room for one more. */
    boolean hasRoom(Shares.Who who) {
        int waiting = who.isBackground()
                ? background.size()
                : count(waiter -> waiter.who().callers() == who.callers());
        return waiting < room;
    }

    /**
     * Who is to make room for a newcomer where there is none: the last one of the client of the class that has the most
     * waiting.
     *
     * @return null if no client has more waiting than the newcomer's would have
     */
    @Nullable
    Waiter toMakeRoom(Shares.Who who) {
        if (who.isBackground()) {
            return null;
        }
        Map<Shares.Who, Integer> counts = new HashMap<>();
        interactive.stream()
                .filter(waiter -> waiter.who().callers() == who.callers())
                .forEach(waiter -> counts.merge(waiter.who(), 1, Integer::sum));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (most <= counts.getOrDefault(who, 0) + 1) {
            return null;
        }
        return interactive.stream()
                .filter(waiter -> counts.getOrDefault(waiter.who(), 0) == most)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    void add(Waiter waiter) {
        of(waiter).add(waiter);
    }

    /** Who goes next, of those who may. */
    @Nullable
    Waiter next(Predicate<Shares.Who> mayGo, Shares shares) {
        Waiter next = null;
        Set<Shares.Who> asked = new HashSet<>();
        for (Waiter waiter : interactive) {
            if (asked.add(waiter.who())
                    && mayGo.test(waiter.who())
                    && (next == null || isBehind(waiter.who(), next.who(), shares))) {
                next = waiter;
            }
        }
        if (next == null
                && !background.isEmpty()
                && mayGo.test(background.get(0).who())) {
            return background.get(0);
        }
        return next;
    }

    private static boolean isBehind(Shares.Who one, Shares.Who other, Shares shares) {
        return one.callers() == other.callers()
                ? shares.usedByClient(one) < shares.usedByClient(other)
                : shares.load(one) < shares.load(other);
    }

    /** The first of each claimant. */
    List<Waiter> firsts() {
        List<Waiter> firsts = new ArrayList<>();
        Set<Shares.Who> seen = new HashSet<>();
        for (Waiter waiter : interactive) {
            if (seen.add(waiter.who())) {
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

    /** Goes through all and removes those whose wait is over. */
    void removeIf(Decision decision) {
        Map<Shares.Who, Integer> ahead = new HashMap<>();
        int stay = 0;
        for (Iterator<Waiter> all = interactive.iterator(); all.hasNext(); ) {
            Waiter waiter = all.next();
            if (decision.isOver(waiter, ahead.getOrDefault(waiter.who(), 0), 0)) {
                all.remove();
            } else {
                ahead.merge(waiter.who(), 1, Integer::sum);
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
        return waiter.who().isBackground() ? background : interactive;
    }
}
