package speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether memory stays what it is under a load that lasts. */
final class Soak {

    private static final int STEP_SECONDS = 15;

    /** So many that memory at the beginning and at the end can be told apart, of a second each where there are few seconds. */
    private static final int FEWEST_STEPS = 6;

    private static final double MOST_GROWTH = 0.05;

    private Soak() {}

    static void run(Options options, List<Target> targets, Report report) throws IOException, InterruptedException {
        for (Target target : targets) {
            Walk walk = target.walk(Load.W2);
            Wrk.run(target, walk, Load.W2.connections(), Math.max(1, options.warm()));
            int steps = Math.max(FEWEST_STEPS, options.soak() / STEP_SECONDS);
            int seconds = Math.max(1, options.soak() / steps);
            report.note(
                    "%n%s, %s%n%10s %10s %10s %10s", target.name(), Load.W2, "seconds", "CPU us", "RSS MB", "heap MB");
            List<Double> resident = new ArrayList<>();
            double before =
                    options.isBinary() ? Double.NaN : target.server().process().heapAfterCollection();
            for (int step = 1; step <= steps; step++) {
                Figure figure = Figure.of(target, walk, Load.W2.connections(), seconds);
                resident.add(figure.resident());
                double heap = options.isBinary()
                        ? Double.NaN
                        : target.server().process().heap();
                report.note(
                        "%10d %10.0f %10.1f %10.1f",
                        step * seconds, figure.micros(), mega(figure.resident()), mega(heap));
            }
            double first = mean(resident.subList(0, steps / 3));
            double last = mean(resident.subList(steps - steps / 3, steps));
            hold(report, target.name() + ": RSS, first third and last,", first, last);
            if (!options.isBinary()) {
                double after = target.server().process().heapAfterCollection();
                hold(report, target.name() + ": heap after a collection, before and after,", before, after);
            }
            target.walk(Load.W2);
        }
    }

    private static void hold(Report report, String what, double first, double last) {
        report.hold(
                last <= first * (1 + MOST_GROWTH),
                "%s is %.1f MB and %.1f MB (bar: %.0f %% more)",
                what,
                mega(first),
                mega(last),
                MOST_GROWTH * 100);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double mega(double bytes) {
        return bytes / (1 << 20);
    }
}
