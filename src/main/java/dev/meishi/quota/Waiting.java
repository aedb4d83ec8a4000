package dev.meishi.quota;

import dev.meishi.ledger.Urgency;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Those who wait for their turn: interactive calls first, else first come, first served. Not thread-safe. */
final class Waiting {

    private final Deque<Waiter> interactive = new ArrayDeque<>();
    private final Deque<Waiter> background = new ArrayDeque<>();

    /** Whose turn comes, or does not. Either is said once, outside of any lock, on any thread. */
    interface Caller {

        /** Its turn has come. */
        void go(Lane.Pass pass);

        /** Its turn will not come in time. */
        void refused(RuntimeException why);
    }

    /**
     * One who waits.
     *
     * @param caller who is told
     * @param urgency of the call
     * @param latest when the wait ends in vain
     */
    record Waiter(Caller caller, Urgency urgency, long latest) {}

    /** What to decide of one who waits, with so many before him. */
    interface Decision {

        /** Whether he waits no more. */
        boolean isOver(Waiter waiter, int ahead, int backgroundAhead);
    }

    int size() {
        return interactive.size() + background.size();
    }

    /** How many would go before a newcomer. */
    int ahead(Urgency urgency) {
        return urgency == Urgency.INTERACTIVE ? interactive.size() : size();
    }

    /** How many background calls would go before a newcomer. */
    int backgroundAhead(Urgency urgency) {
        return urgency == Urgency.INTERACTIVE ? 0 : background.size();
    }

    void add(Waiter waiter) {
        of(waiter.urgency()).add(waiter);
    }

    @Nullable
    Waiter first() {
        return interactive.isEmpty() ? background.peek() : interactive.peek();
    }

    void removeFirst() {
        (interactive.isEmpty() ? background : interactive).remove();
    }

    /** The caller waits no more. */
    void remove(Caller caller) {
        interactive.removeIf(waiter -> waiter.caller().equals(caller));
        background.removeIf(waiter -> waiter.caller().equals(caller));
    }

    /** Goes through all in their order and removes those whose wait is over. */
    void removeIf(Decision decision) {
        int ahead = 0;
        for (Iterator<Waiter> all = interactive.iterator(); all.hasNext(); ) {
            if (decision.isOver(all.next(), ahead, 0)) {
                all.remove();
            } else {
                ahead++;
            }
        }
        int backgroundAhead = 0;
        for (Iterator<Waiter> all = background.iterator(); all.hasNext(); ) {
            if (decision.isOver(all.next(), ahead + backgroundAhead, backgroundAhead)) {
                all.remove();
            } else {
                backgroundAhead++;
            }
        }
    }

    private Deque<Waiter> of(Urgency urgency) {
        return urgency == Urgency.INTERACTIVE ? interactive : background;
    }
}
