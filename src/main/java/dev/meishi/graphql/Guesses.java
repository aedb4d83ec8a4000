package dev.meishi.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which names of the schema somebody may have meant who wrote one that it does not have. A request gets few of them, for
 * names of a usual length, so that nobody can make the gateway search for long; and none where the schema is not told.
 */
final class Guesses {

    /** Of a request. Who has more mistakes in a document sees the others' after these. */
    private static final int MOST = 5;

    /** Characters of a name that others are compared with; the schema's longest has 25. */
    private static final int LONGEST = 40;

    /** Names told that are as near as each other. */
    private static final int AT_ONCE = 3;

    private int left;

    private Guesses(int left) {
        this.left = left;
    }

    /** For a request to a gateway that tells its schema, or does not. */
    static Guesses of(boolean isSchemaTold) {
        return new Guesses(isSchemaTold ? MOST : 0);
    }

    /**
     * The names that are nearest.
     *
     * @param written as it is in the request
     * @param known names in its place
     * @return a sentence after a space, or the empty text where no name is near
     */
    String meant(String written, Collection<String> known) {
        if (left == 0 || known.isEmpty() || written.isEmpty() || written.length() > LONGEST) {
            return "";
        }
        left--;
        int nearest = Math.max(1, written.length() / 3);
        List<String> names = new ArrayList<>();
        for (String name : known) {
            int distance = distance(written, name, nearest);
            if (distance < nearest) {
                names.clear();
            }
            if (distance <= nearest) {
                nearest = distance;
                names.add(name);
            }
        }
        return names.isEmpty() || nearest >= written.length()
                ? ""
                : names.stream()
                        .sorted()
                        .limit(AT_ONCE)
                        .map(name -> "'" + name + "'")
                        .collect(Collectors.joining(" or ", " Did you mean ", "?"));
    }

    /**
     * How many characters are inserted, left out, replaced or exchanged with the next one between two names, whatever
     * their case; more than a limit counts as one more than it.
     */
    static int distance(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) > limit) {
            return limit + 1;
        }
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
                int best = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (isSame ? 0 : 1));
                boolean isExchanged =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                row[j] = isExchanged ? Math.min(best, beforeLast[j - 2] + 1) : best;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Math.min(last[b.length()], limit + 1);
    }
}
