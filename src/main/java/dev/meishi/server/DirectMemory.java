package dev.meishi.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.internal.PlatformDependent;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * The memory outside of the heap that connections take: for each at most a slice of the answer that its client does
 * not read. The JDK allows as much of it as of heap unless {@code -XX:MaxDirectMemorySize} says otherwise, and Netty the
 * same unless {@code io.netty.maxDirectMemory} does. {@link ServerCheck} refuses a start with more connections than fit.
 */
@Startup
@Singleton
final class DirectMemory {

    @Inject
    DirectMemory(MeterRegistry registry) {
        gauge(registry, "meishi.memory.used", "Memory in use, by purpose", DirectMemory::used);
        gauge(registry, "meishi.memory.allowed", "Maximum memory, by purpose", PlatformDependent::maxDirectMemory);
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
