package dev.meishi.server;

import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Clients that large answers are being sent to. While there is memory for all, each has its time; where there is none for
 * another answer, the client that has read nothing for longest is cut off.
 */
@Singleton
public final class Readers {

    /** A caller that reads takes a slice many times in a second, over mobile networks too. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Set<Delivery> waiting = ConcurrentHashMap.newKeySet();

    @Inject
    Readers(Memory memory) {
        memory.of(Account.ANSWERS).whenRefused(this::makeRoom);
    }

    void add(Delivery delivery) {
        waiting.add(delivery);
    }

    void remove(Delivery delivery) {
        waiting.remove(delivery);
    }

    private void makeRoom() {
        long now = System.nanoTime();
        Delivery longest = null;
        long longestIdle = PATIENCE.toNanos();
        for (Delivery delivery : waiting) {
            long idle = now - delivery.movedAt();
            if (idle >= longestIdle && !delivery.isLeaving()) {
                longest = delivery;
                longestIdle = idle;
            }
        }
        if (longest != null) {
            longest.cutOffUnlessMoving();
        }
    }
}
