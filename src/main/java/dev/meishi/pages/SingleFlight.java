package dev.meishi.pages;

import dev.meishi.loop.Loop;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done once for all who want it while it is under way. Who leaves does not disturb the others; when the
 * last one has left, the work is cancelled. A result or a failure goes to those who waited for it and is then
 * forgotten: to who began the work at once, to each of the others in a turn of its own event loop, as it may be much
 * that they make of it.
 *
 * @param <K> what is worked on
 * @param <V> what it comes to
 */
final class SingleFlight<K, V> {

    private final ConcurrentHashMap<K, Flight> flights = new ConcurrentHashMap<>();

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
    Uni<V> fly(K key, Supplier<Uni<V>> work) {
        return Uni.createFrom().emitter(waiter -> {
            while (true) {
                Flight fresh = new Flight(key);
                Flight known = flights.putIfAbsent(key, fresh);
                Flight flight = known == null ? fresh : known;
                if (flight.board(waiter, known == null)) {
                    if (known == null) {
                        fresh.depart(work);
                    }
                    return;
                }
                flights.remove(key, flight);
            }
        });
    }

    /** Who waits, and in which turn it goes on; null for the one that the work ends in. */
    private record Waiter<V>(
            UniEmitter<? super V> emitter, @Nullable Executor turn) {}

    private final class Flight {

        private final K key;
        private final List<Waiter<V>> waiters = new ArrayList<>();
        private @Nullable Cancellable subscription;
        private boolean isOver;

        Flight(K key) {
            this.key = key;
        }

        /** False if it is too late. */
        boolean board(UniEmitter<? super V> emitter, boolean isFirst) {
            Waiter<V> waiter = new Waiter<>(emitter, isFirst ? null : Loop.nextTurn());
            synchronized (this) {
                if (isOver) {
                    return false;
                }
                waiters.add(waiter);
            }
            emitter.onTermination(() -> leave(waiter));
            return true;
        }

        void depart(Supplier<Uni<V>> work) {
            Cancellable begun = Uni.createFrom()
                    .deferred(work::get)
                    .subscribe()
                    .with(
                            value -> land(over(), waiter -> waiter.complete(value)),
                            thrown -> land(over(), waiter -> waiter.fail(thrown)));
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
                if (isOver || !waiters.remove(waiter) || !waiters.isEmpty()) {
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

        /** Turns are asked for first, as they may be other loops'. */
        private void land(List<Waiter<V>> aboard, Consumer<UniEmitter<? super V>> outcome) {
            takeTurns(aboard.stream().filter(waiter -> waiter.turn() != null).iterator(), outcome);
            aboard.stream().filter(waiter -> waiter.turn() == null).forEach(waiter -> outcome.accept(waiter.emitter()));
        }

        private void takeTurns(Iterator<Waiter<V>> waiting, Consumer<UniEmitter<? super V>> outcome) {
            if (waiting.hasNext()) {
                Waiter<V> waiter = waiting.next();
                Objects.requireNonNull(waiter.turn()).execute(() -> {
                    takeTurns(waiting, outcome);
                    outcome.accept(waiter.emitter());
                });
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
            return aboard;
        }
    }
}
