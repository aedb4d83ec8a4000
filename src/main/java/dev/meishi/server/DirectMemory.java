package dev.meishi.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.internal.PlatformDependent;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The memory outside of the heap that connections take: for each at most a slice of the answer that its client does
 * not read. The JDK allows as much of it as of heap unless {@code -XX:MaxDirectMemorySize} says otherwise, and Netty the
 * same unless {@code io.netty.maxDirectMemory} does. Where all connections do not fit, the gateway does not start.
 */
@Startup
@Singleton
final class DirectMemory {

    /** The pools of two event loops: a chunk of 4 MiB each for input and for output. */
    private static final long POOL = 16L << 20;

    private static final double MIB = 1 << 20;

    @Inject
    DirectMemory(MeterRegistry registry) {
        this(ConnectionLimits.configured().maxConnections(), PlatformDependent.maxDirectMemory());
        gauge(registry, "meishi.memory.used", "Memory in use, by purpose", DirectMemory::used);
        gauge(registry, "meishi.memory.allowed", "Maximum memory, by purpose", PlatformDependent::maxDirectMemory);
    }

    /** For a number of connections and of bytes. */
    DirectMemory(int connections, long allowed) {
        long needed = POOL + (long) connections * Delivery.SLICE;
        if (needed > allowed) {
            throw new ConfigurationException(String.format(
                    Locale.ROOT,
                    "quarkus.http.limits.max-connections=%d may take %.1f MiB outside of the heap, a slice of an answer for"
                            + " each; the maximum is %.1f (-XX:MaxDirectMemorySize, as much as the heap unless it is set;"
                            + " io.netty.maxDirectMemory). Allow more of it, or fewer connections.",
                    connections,
                    needed / MIB,
                    allowed / MIB));
        }
    }

    private static void gauge(MeterRegistry registry, String name, String description, LongSupplier bytes) {
        Gauge.builder(name, bytes::getAsLong)
                .description(description)
                .baseUnit("bytes")
                .tag("account", "direct")
                .strongReference(true)
                .register(registry);
    }

    /** As Netty counts; where it leaves that to the JDK, as the JDK does. */
    private static long used() {
        long counted = PlatformDependent.usedDirectMemory();
        return counted >= 0
                ? counted
                : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .filter(pool -> pool.getName().equals("direct"))
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
    }
}
