package dev.meishi.memory;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Refuses the start if the accounts do not fit into the heap, and names all of them with their sizes. */
final class MemoryCheck {

    /** Percent of the heap that the accounts may have; the rest is for the program itself and what the collector needs to work. */
    private static final int MAX_PERCENT = 75;

    private static final double MIB = 1 << 20;

    private MemoryCheck() {}

    static void refuseIfTooMuch(Map<Account, Share> shares, long heap) {
        long max = heap / 100 * MAX_PERCENT;
        long sum =
                shares.values().stream().mapToLong(share -> share.bytes(heap)).sum();
        // Shares are rounded down each by itself, and so is what they are compared with.
        if (sum <= max + shares.size() + MAX_PERCENT) {
            return;
        }
        String parts = shares.entrySet().stream()
                .map(part -> String.format(
                        Locale.ROOT,
                        "%s=%s is %.1f",
                        part.getKey().setting(),
                        part.getValue(),
                        part.getValue().bytes(heap) / MIB))
                .collect(Collectors.joining(", "));
        throw new ConfigurationException(String.format(
                Locale.ROOT,
                "The parts of the memory add up to %.1f MiB, the maximum is %.1f (%d %% of the heap of %.1f MiB): %s."
                        + " Make them smaller, or the heap larger (-Xmx).",
                sum / MIB,
                max / MIB,
                MAX_PERCENT,
                heap / MIB,
                parts));
    }
}
