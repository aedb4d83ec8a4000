package dev.meishi.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one server, as many as it may have. Counted where a connection opens and closes only; where one is
 * looked for that gives way, all are looked at.
 */
final class ConnectionBudget {

    private final ConnectionLimits limits;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<Object, Integer> takenByAddress = new ConcurrentHashMap<>();
    private final Set<OpenConnection> open = ConcurrentHashMap.newKeySet();

    ConnectionBudget(ConnectionLimits limits) {
        this.limits = limits;
    }

    /** Whose connection it is: the address of IPv4, the network of 64 bits of IPv6, of which one host has all. */
    static Object address(@Nullable SocketAddress remote) {
        InetAddress address = remote instanceof InetSocketAddress internet ? internet.getAddress() : null;
        if (address == null) {
            return "local";
        }
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? address : ByteBuffer.wrap(bytes, 0, 8);
    }

    /** Takes a place for a connection, if there is one. */
    boolean take(OpenConnection connection) {
        if (taken.incrementAndGet() > limits.maxConnections()) {
            taken.decrementAndGet();
            return false;
        }
        if (takenByAddress.merge(connection.address(), 1, Integer::sum) > limits.maxOfAnAddress()) {
            free(connection.address());
            return false;
        }
        open.add(connection);
        return true;
    }

    /** A connection is gone. */
    void release(OpenConnection connection) {
        open.remove(connection);
        free(connection.address());
    }

    private void free(Object address) {
        takenByAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
        taken.decrementAndGet();
    }

    /**
     * The connection that gives way to one of an address: the longest idle, of the same address if that has all it may.
     *
     * @return chosen for this caller; null if none is idle
     */
    @Nullable
    OpenConnection longestIdle(Object address) {
        boolean isOfThatAddress = takenByAddress.getOrDefault(address, 0) >= limits.maxOfAnAddress();
        while (true) {
            OpenConnection longest = null;
            for (OpenConnection connection : open) {
                boolean isEligible = !isOfThatAddress || connection.address().equals(address);
                if (isEligible && connection.isIdle() && isLonger(connection, longest)) {
                    longest = connection;
                }
            }
            if (longest == null || longest.choose()) {
                return longest;
            }
        }
    }

    private static boolean isLonger(OpenConnection connection, @Nullable OpenConnection longest) {
        return !connection.isLeaving() && (longest == null || connection.idleSince() < longest.idleSince());
    }
}
