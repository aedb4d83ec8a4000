package dev.meishi.pages;

import dev.meishi.loop.Loop;
import dev.meishi.tracing.TraceSpan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done once for all waiters that ask for it while it is under way. A waiter that leaves does not disturb the others; when the
 * last one has left, the work is cancelled. A result or a failure goes to those who waited for it and is then
 * forgotten: to all at once, except for a large result, which goes to each waiter that joined in a turn of
 * its own event loop.
 *
 * @param <K> what is worked on
 * @param <V> type of its result
 */
public final class SingleFlight<K, V> {

    private final ConcurrentHashMap<K, Flight> flights = new ConcurrentHashMap<>();
    private final Predicate<? super V> isLarge;

    /**
     * Nothing is under way.
     *
     * @param isLarge whether a result takes so long to process that others should be served in between; of little, the turns
     *     would cost more
     */
    public SingleFlight(Predicate<? super V> isLarge) {
        this.isLarge = isLarge;
    }

    /** Whether it is being worked on. */
    boolean isUnderWay(K key) {
        return flights.containsKey(key);
    }

    /**
     * Joins the work that is under way, or begins it.
     *
     * @param key what is worked on
     * @param work begun when the first one subscribes
     * @return the result; each subscription is a waiter of its own
     */
    public Uni<V> fly(K key, Supplier<Uni<V>> work) {
        return fly(key, TraceSpan.NONE, span -> work.get());
    }

    /**
     * The same for work that is traced. Who joins it has a link to its last call.
     *
     * @param key what is worked on
     * @param span of the one who subscribes
     * @param work begun when the first one subscribes, with the span that its calls are to be below
     * @return the result; each subscription is a waiter of its own
     */
    public Uni<V> fly(K key, TraceSpan span, Function<TraceSpan, Uni<V>> work) {
        return Uni.createFrom().emitter(waiter -> {
            while (true) {
                Flight fresh = new Flight(key, span);
                Flight known = flights.putIfAbsent(key, fresh);
                Flight flight = known == null ? fresh : known;
                if (flight.board(waiter, known == null ? null : span)) {
                    if (known == null) {
                        fresh.depart(work);
                    }
                    return;
                }
                flights.remove(key, flight);
            }
        });
    }

    /** A waiter, and for one that joined its span, and the event loop it goes on in; the work ends in that of the first. */
    private record Waiter<V>(
            UniEmitter<? super V> emitter,
            @Nullable TraceSpan joined,
            @Nullable Executor turn) {

        /** It has waited for work of another. */
        void link(TraceSpan work) {
            if (joined != null) {
                joined.joined(work);
            }
        }
    }

    private final class Flight {

        private final K key;
        private final TraceSpan span;
        private final List<Waiter<V>> waiters = new ArrayList<>();
        private @Nullable Cancellable subscription;
        private boolean isOver;

        Flight(K key, TraceSpan first) {
            this.key = key;
            this.span = first.shared();
        }

        /** False if it is too late; the first one does not join. */
        boolean board(UniEmitter<? super V> emitter, @Nullable TraceSpan joined) {
            Waiter<V> waiter = new Waiter<>(emitter, joined, joined == null ? null : Loop.nextTurn());
            synchronized (this) {
                if (isOver) {
                    return false;
                }
                waiters.add(waiter);
            }
            emitter.onTermination(() -> leave(waiter));
            return true;
        }

        void depart(Function<TraceSpan, Uni<V>> work) {
            Cancellable begun = Uni.createFrom()
                    .deferred(() -> work.apply(span))
                    .subscribe()
                    .with(this::land, this::crash);
            boolean isUnwanted;
            synchronized (this) {
                subscription = begun;
                isUnwanted = isOver;
            }
            if (isUnwanted) {
                begun.cancel();
            }
        }

        private void leave(Waiter<V> waiter) {
            Cancellable unwanted;
            synchronized (this) {
                if (isOver || !waiters.remove(waiter)) {
                    return;
                }
                waiter.link(span);
                if (!waiters.isEmpty()) {
                    return;
                }
                isOver = true;
                unwanted = subscription;
            }
            flights.remove(key, this);
            if (unwanted != null) {
                unwanted.cancel();
            }
        }

        private void crash(Throwable thrown) {
            over().forEach(waiter -> waiter.emitter().fail(thrown));
        }

        private void land(V value) {
            List<Waiter<V>> aboard = over();
            boolean isInTurns = isLarge.test(value);
            for (Waiter<V> waiter : aboard) {
                Executor turn = isInTurns ? waiter.turn() : null;
                if (turn == null) {
                    waiter.emitter().complete(value);
                } else {
                    turn.execute(() -> waiter.emitter().complete(value));
                }
            }
        }

        /** From here on nobody boards; a new one may depart at once. */
        private List<Waiter<V>> over() {
            List<Waiter<V>> aboard;
            synchronized (this) {
                isOver = true;
                aboard = List.copyOf(waiters);
                waiters.clear();
            }
            flights.remove(key, this);
            aboard.forEach(waiter -> waiter.link(span));
            return aboard;
        }
    }
}
