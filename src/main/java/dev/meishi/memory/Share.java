package dev.meishi.memory;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory something may take, as a setting says it: bytes ({@code 64M}), or a share of the heap ({@code 20%}).
 *
 * @param text of the setting
 */
public record Share(String text) {

    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,12})([KMG]?)|(\\d{1,2}(?:\\.\\d{1,3})?|100)%");

    /**
     * Reads a setting.
     *
     * @param text digits with {@code K}, {@code M}, {@code G} (powers of 1,024) or nothing behind them, or a percentage
     * @return the same amount
     * @throws IllegalArgumentException if it is neither
     */
    public static Share of(String text) {
        Share share = new Share(text.strip().toUpperCase(Locale.ROOT));
        share.matched();
        return share;
    }

    /**
     * How much that is of this process's heap.
     *
     * @return bytes
     */
    public long bytes() {
        return bytes(Runtime.getRuntime().maxMemory());
    }

    /**
     * How much that is.
     *
     * @param heap bytes that a share is one of
     * @return bytes
     */
    public long bytes(long heap) {
        Matcher found = matched();
        if (found.group(3) != null) {
            return (long) (heap / 100.0 * Double.parseDouble(found.group(3)));
        }
        int power = switch (found.group(2)) {
            case "K" -> 10;
            case "M" -> 20;
            case "G" -> 30;
            default -> 0;
        };
        return Math.multiplyExact(Long.parseLong(found.group(1)), 1L << power);
    }

    private Matcher matched() {
        Matcher found = SYNTAX.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "An amount of memory is a number of bytes such as 64M, or a share of the heap such as 20%, but was "
                            + text + ".");
        }
        return found;
    }

    @Override
    public String toString() {
        return text;
    }
}
