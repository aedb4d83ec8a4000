package dev.meishi.secret;

import java.util.ArrayList;
import java.util.List;

/**
 * The credentials that came to be known while the process runs: those that were read from files, as they are now and as they
 * were before, and tokens that were issued. Only as many as were noted last, and only for the question whether a text has one.
 */
public final class SecretsInUse {

    /** More than any installation has files and, in a day, tokens. */
    static final int MOST = 64;

    /** Longer ones are keys, and fit into nothing that a client can name. */
    static final int LONGEST = 1_024;

    /** Shorter ones could be a part of anything. */
    private static final int SHORTEST = 8;

    private static volatile List<String> known = List.of();

    private SecretsInUse() {}

    /**
     * Remembers one, in place of the one that was noted first if there are too many.
     *
     * @param secret that is used from now on
     */
    public static void note(Secret secret) {
        String value = secret.value();
        if (value.length() >= SHORTEST && value.length() <= LONGEST) {
            add(value);
        }
    }

    private static synchronized void add(String value) {
        List<String> before = known;
        if (!before.isEmpty() && before.get(before.size() - 1).equals(value)) {
            return;
        }
        List<String> now = new ArrayList<>(before);
        now.remove(value);
        now.add(value);
        known = List.copyOf(now.subList(Math.max(0, now.size() - MOST), now.size()));
    }

    /**
     * Looks for them.
     *
     * @param text that may have one in it
     * @return whether it has
     */
    public static boolean areIn(String text) {
        for (String value : known) {
            if (text.contains(value)) {
                return true;
            }
        }
        return false;
    }
}
