package dev.meishi.server;

import dev.meishi.settings.SettingsCheck;
import io.netty.util.internal.PlatformDependent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks that all connections fit into the memory outside of the heap, and that HTTP/2 is off. */
@RegisterForReflection(fields = false)
public final class ServerCheck implements SettingsCheck<ServerSettings> {

    /** The pools of two event loops: a chunk of 4 MiB each for input and for output. */
    private static final long POOL = 16L << 20;

    private static final double MIB = 1 << 20;

    @Override
    public void check(ServerSettings settings, Mistakes mistakes) {
        if (settings.http2()) {
            mistakes.add(
                    "quarkus.http.http2",
                    "must be false, found true: limits of connections, heads and bodies hold for HTTP/1.1 only. Let the"
                            + " proxy in front speak HTTP/2");
        }
        try {
            int connections = settings.maxConnections()
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .orElse(0);
            String mistake =
                    mistake(connections > 0 ? connections : Integer.MAX_VALUE, PlatformDependent.maxDirectMemory());
            if (mistake != null) {
                mistakes.add("quarkus.http.limits.max-connections", mistake);
            }
        } catch (NumberFormatException unreadable) {
            // The framework tells it.
        }
    }

    /** What is wrong with a number of connections in a number of bytes; null if they fit. */
    static @Nullable String mistake(int connections, long allowed) {
        long needed = POOL + (long) connections * Delivery.SLICE;
        return needed <= allowed
                ? null
                : String.format(
                        Locale.ROOT,
                        "must need at most %.1f MiB outside of the heap, a slice of an answer for each connection, found %d,"
                                + " which need %.1f MiB. Allow fewer connections, or more memory"
                                + " (-XX:MaxDirectMemorySize, as much as the heap unless it is set;"
                                + " io.netty.maxDirectMemory)",
                        allowed / MIB,
                        connections,
                        needed / MIB);
    }
}
