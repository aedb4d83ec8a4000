package dev.meishi.http;

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
 * The memory outside of the heap that connections take: for each one at most a slice of the answer that its caller does
 * not read. The JDK allows as much of it as of heap unless {@code -XX:MaxDirectMemorySize} says otherwise, and Netty the
 * same unless {@code io.netty.maxDirectMemory} does. Where all connections do not fit, the gateway does not start.
 */
@Startup
@Singleton
final class DirectMemory {

    /** What event loops keep at hand: a chunk of 4 MiB each for what comes and what goes, on two of them. */
    private static final long POOL = 16L << 20;

    private static final double MIB = 1 << 20;

    @Inject
    DirectMemory(MeterRegistry registry) {
        this(ConnectionLimits.configured().maxConnections(), PlatformDependent.maxDirectMemory());
        gauge(registry, "meishi.memory.used", "Memory held, by what for", DirectMemory::used);
        gauge(
                registry,
                "meishi.memory.allowed",
                "Memory that may be held, by what for",
                PlatformDependent::maxDirectMemory);
    }

    /** Of so many connections, with so many bytes. */
    DirectMemory(int connections, long allowed) {
        long needed = POOL + (long) connections * Delivery.SLICE;
        if (needed > allowed) {
            throw new ConfigurationException(String.format(
                    Locale.ROOT,
                    "quarkus.http.limits.max-connections=%d may take %.1f MiB outside of the heap, a slice of an answer for"
                            + " each, allowed are %.1f (-XX:MaxDirectMemorySize, as much as the heap unless it is set;"
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
