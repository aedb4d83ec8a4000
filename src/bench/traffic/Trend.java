package traffic;

import java.util.List;

/**
 * Whether a figure grows: the median of the first third of a run beside that of the last.
 *
 * @param what it is a figure of
 * @param percent that the last third may have more than the first
 * @param floor what it may have more in any case, in its own unit
 */
record Trend(String what, double percent, double floor) {

    private static final int FEWEST = 6;

    /** Whether it does not grow, told by a line. True as well if there are too few values to tell. */
    boolean holds(List<Double> all) {
        List<Double> values = all.stream().filter(value -> !Double.isNaN(value)).toList();
        if (values.isEmpty()) {
            return true;
        }
        if (values.size() < FEWEST) {
            System.out.printf("       %s: %d intervals are too few for a trend%n", what, values.size());
            return true;
        }
        int third = values.size() / 3;
        double first = median(values.subList(0, third));
        double last = median(values.subList(values.size() - third, values.size()));
        boolean isWell = last <= first + Math.max(floor, first * percent / 100);
        System.out.printf(
                "%s %s: %.1f in the first third, %.1f in the last (bar: %.0f %% or %.1f more)%n",
                isWell ? "holds " : "DRIFT ", what, first, last, percent, floor);
        return isWell;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
