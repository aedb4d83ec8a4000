package speed;

import java.io.IOException;
import java.util.List;

/** Whether a contact of the book costs the same on a page of any size. */
final class Linear {

    private static final List<Integer> SIZES = List.of(50, 100, 250, 500);
    private static final double MOST_VARIATION = 0.15;

    private Linear() {}

    static void run(Course course, List<Target> targets, Report report) throws IOException, InterruptedException {
        List<Load> loads = SIZES.stream().map(Load.W3::ofFirst).toList();
        course.run(loads);
        for (Target target : targets) {
            report.heading(target.name() + ", every field");
            loads.forEach(
                    load -> report.row("first " + load.first(), course.figures(target, load), Double.NaN, Double.NaN));
            double[] contact = loads.stream()
                    .mapToDouble(load -> Figure.median(course.figures(target, load), Figure::micros) / load.first())
                    .toArray();
            double least = Double.MAX_VALUE;
            double most = 0;
            for (int i = 0; i < contact.length; i++) {
                report.note("A contact on a page of %3d: %.2f us", SIZES.get(i), contact[i]);
                least = Math.min(least, contact[i]);
                most = Math.max(most, contact[i]);
            }
            report.hold(
                    most / least - 1 < MOST_VARIATION,
                    "%s: a contact costs between %.2f and %.2f us, %.0f %% more at most (bar: less than %.0f %%)",
                    target.name(),
                    least,
                    most,
                    (most / least - 1) * 100,
                    MOST_VARIATION * 100);
        }
    }
}
