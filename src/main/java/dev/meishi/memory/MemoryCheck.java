package dev.meishi.memory;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Refuses the start with accounts that do not fit into the heap, all of them named with what they would have. */
final class MemoryCheck {

    /** Percent of the heap that may be given away; the rest is for the program itself and what the collector needs to work. */
    private static final int MOST_PERCENT = 75;

    private static final double MIB = 1 << 20;

    private MemoryCheck() {}

    static void refuseIfTooMuch(Map<Account, Share> shares, long heap) {
        long most = heap / 100 * MOST_PERCENT;
        long sum =
                shares.values().stream().mapToLong(share -> share.bytes(heap)).sum();
        // Shares are rounded down each by itself, and so is what they are compared with.
        if (sum <= most + shares.size() + MOST_PERCENT) {
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
                "The parts of the memory are %.1f MiB, allowed are %.1f (%d %% of the heap of %.1f MiB): %s."
                        + " Make them smaller, or the heap larger (-Xmx).",
                sum / MIB,
                most / MIB,
                MOST_PERCENT,
                heap / MIB,
                parts));
    }
}
