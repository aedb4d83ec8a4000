package dev.meishi.memory;

import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that all accounts fit into the heap, and names all of them with their sizes if they do not. */
@RegisterForReflection(fields = false)
public final class MemoryCheck implements SettingsCheck<MemorySettings> {

    /** Percent of the heap that the accounts may have; the rest is for the program itself and what the collector needs to work. */
    private static final int MAX_PERCENT = 75;

    private static final double MIB = 1 << 20;

    @Override
    public void check(MemorySettings settings, Mistakes mistakes) {
        String mistake =
                mistake(MemorySettings.shares(settings), Runtime.getRuntime().maxMemory());
        if (mistake != null) {
            mistakes.add("meishi.memory", mistake);
        }
    }

    /** What is wrong with shares of a heap; null if they fit. */
    static @Nullable String mistake(Map<Account, Share> shares, long heap) {
        long max = heap / 100 * MAX_PERCENT;
        long sum =
                shares.values().stream().mapToLong(share -> share.bytes(heap)).sum();
        // Shares are rounded down each by itself, and so is what they are compared with.
        if (sum <= max + shares.size() + MAX_PERCENT) {
            return null;
        }
        String parts = shares.entrySet().stream()
                .map(part -> String.format(
                        Locale.ROOT,
                        "%s=%s is %.1f",
                        part.getKey().setting(),
                        part.getValue(),
                        part.getValue().bytes(heap) / MIB))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "and the caches must have at most %.1f MiB together (%d %% of the heap of %.1f MiB), found %.1f: %s. Make them"
                        + " smaller, or the heap larger (-Xmx)",
                max / MIB,
                MAX_PERCENT,
                heap / MIB,
                sum / MIB,
                parts);
    }
}
