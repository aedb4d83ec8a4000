package economy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what a walk differs from what it should have found.
 *
 * @param missed contacts that it should have found and has not
 * @param twice contacts that it found more than once
 * @param strange contacts that are none of the list's
 * @param misplaced the first one that is out of order; null if none is
 */
record Difference(
        int missed, int twice, int strange, @Nullable String misplaced) {

    /** Compares lists that should be the same. */
    static Difference between(List<String> found, List<String> expected) {
        return between(found, expected, Set.of(), Set.of());
    }

    /**
     * Compares what has to be there with what was found.
     *
     * @param expected contacts that have to be found once, in this order
     * @param possible contacts that may be found besides
     * @param repeated contacts that may be found more than once, unless they are expected
     */
    static Difference between(List<String> found, List<String> expected, Set<String> possible, Set<String> repeated) {
        Set<String> wanted = new HashSet<>(expected);
        Map<String, Integer> times = new HashMap<>();
        found.forEach(id -> times.merge(id, 1, Integer::sum));
        int twice = (int) times.entrySet().stream()
                .filter(entry ->
                        entry.getValue() > 1 && (wanted.contains(entry.getKey()) || !repeated.contains(entry.getKey())))
                .count();
        int missed = (int) wanted.stream().filter(id -> !times.containsKey(id)).count();
        int strange = (int) times.keySet().stream()
                .filter(id -> !wanted.contains(id) && !possible.contains(id))
                .count();
        List<String> foundOnce =
                found.stream().filter(wanted::contains).distinct().toList();
        List<String> expectedThere =
                expected.stream().filter(times::containsKey).toList();
        @Nullable String misplaced = null;
        for (int i = 0; i < foundOnce.size() && misplaced == null; i++) {
            misplaced = foundOnce.get(i).equals(expectedThere.get(i)) ? null : foundOnce.get(i) + " at " + i;
        }
        return new Difference(missed, twice, strange, misplaced);
    }

    boolean isNone() {
        return missed == 0 && twice == 0 && strange == 0 && misplaced == null;
    }

    @Override
    public String toString() {
        return String.format(
                "%,d missed, %,d twice, %,d that do not belong there, %s",
                missed, twice, strange, misplaced == null ? "order right" : "out of order: " + misplaced);
    }
}
