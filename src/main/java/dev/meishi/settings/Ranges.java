package dev.meishi.settings;

import dev.meishi.settings.SettingsCheck.Mistakes;
import java.time.Duration;

/** Holds single settings of a group against the range that each may have, and reports those outside of it. */
public final class Ranges {

    /** The least of a duration that may not be nothing. */
    public static final Duration MILLISECOND = Duration.ofMillis(1);

    /** The most of nearly every duration: what is longer is a mistake of a unit. */
    public static final Duration DAY = Duration.ofDays(1);

    private final String prefix;

    private final Mistakes mistakes;

    private Ranges(String prefix, Mistakes mistakes) {
        this.prefix = prefix;
        this.mistakes = mistakes;
    }

    /**
     * Those of a group.
     *
     * @param prefix that the keys of the group have in front of their names, without the dot between
     * @param mistakes that are reported
     * @return nothing is checked yet
     */
    public static Ranges of(String prefix, Mistakes mistakes) {
        return new Ranges(prefix, mistakes);
    }

    /**
     * Checks a number.
     *
     * @param name of its key
     * @param found its value
     * @param least that is allowed
     * @return these
     */
    public Ranges atLeast(String name, long found, long least) {
        return check(name, found >= least, "at least " + least, found);
    }

    /**
     * Checks a number.
     *
     * @param name of its key
     * @param found its value
     * @param most that is allowed
     * @return these
     */
    public Ranges atMost(String name, long found, long most) {
        return check(name, found <= most, "at most " + most, found);
    }

    /**
     * Checks a share of a whole.
     *
     * @param name of its key
     * @param found its value, allowed over 0 to 1
     * @return these
     */
    public Ranges share(String name, double found) {
        return found > 0 ? check(name, found <= 1, "at most 1", found) : check(name, false, "more than 0", found);
    }

    /**
     * Checks a duration.
     *
     * @param name of its key
     * @param found its value
     * @param least that is allowed
     * @return these
     */
    public Ranges atLeast(String name, Duration found, Duration least) {
        return check(name, found.compareTo(least) >= 0, "at least " + words(least), found);
    }

    /**
     * Checks a duration.
     *
     * @param name of its key
     * @param found its value
     * @param most that is allowed
     * @return these
     */
    public Ranges atMost(String name, Duration found, Duration most) {
        return check(name, found.compareTo(most) <= 0, "at most " + words(most), found);
    }

    /**
     * Checks a duration against both ends.
     *
     * @param name of its key
     * @param found its value
     * @param least that is allowed
     * @param most that is allowed
     * @return these
     */
    public Ranges within(String name, Duration found, Duration least, Duration most) {
        return atLeast(name, found, least).atMost(name, found, most);
    }

    private Ranges check(String name, boolean isAllowed, String allowed, Object found) {
        if (!isAllowed) {
            mistakes.add(prefix + "." + name, "must be " + allowed + ", found " + found);
        }
        return this;
    }

    /** In its largest unit, of which it has a whole number. */
    private static String words(Duration bound) {
        if (bound.isZero()) {
            return "0";
        }
        if (bound.toMillis() % 1000 != 0) {
            return words(bound.toMillis(), "millisecond");
        }
        return bound.toSeconds() % DAY.toSeconds() == 0
                ? words(bound.toDays(), "day")
                : words(bound.toSeconds(), "second");
    }

    private static String words(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
