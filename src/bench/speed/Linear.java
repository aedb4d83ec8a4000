package speed;

import java.util.List;

/**
 * Whether the cost of an answer grows in one line with its contacts: all contacts of the book, in pages of several sizes.
 * What a request costs by itself weighs more on a smaller page, for the one hop as for a gateway, so that a contact is
 * held against what it costs the one hop on a page as large.
 */
final class Linear {

    private static final List<Integer> SIZES = List.of(50, 100, 250, 500);
    private static final double MOST_VARIATION = 0.15;

    /** What is measured. */
    static final List<Load> LOADS = SIZES.stream().map(Load.W3::ofFirst).toList();

    private Linear() {}

    static void report(Figures figures, List<Target> targets, Report report) {
        Target oneHop = targets.get(0);
        for (Load load : LOADS) {
            report.heading(load);
            for (Target target : targets) {
                double ratio = target.equals(oneHop) ? Double.NaN : figures.ratio(target, oneHop, load);
                report.row(target.name(), figures.of(target, load), ratio, Double.NaN);
            }
        }
        for (Target target : targets) {
            double[] micros = micros(figures, target);
            Line line = Line.through(SIZES, micros);
            report.note("%n%s: %.0f us a request and %.2f us a contact", target.name(), line.request(), line.contact());
            for (int i = 0; i < micros.length; i++) {
                report.note(
                        "A contact on a page of %3d: %.2f us; the page is %+.1f %% off the line",
                        SIZES.get(i), micros[i] / SIZES.get(i), line.off(SIZES.get(i), micros[i]) * 100);
            }
            if (!target.equals(oneHop)) {
                hold(target.name(), micros, micros(figures, oneHop), line, report);
            }
        }
    }

    private static void hold(String name, double[] micros, double[] oneHop, Line line, Report report) {
        double off = 0;
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 0; i < micros.length; i++) {
            off = Math.max(off, Math.abs(line.off(SIZES.get(i), micros[i])));
            least = Math.min(least, micros[i] / oneHop[i]);
            most = Math.max(most, micros[i] / oneHop[i]);
        }
        report.hold(
                off < MOST_VARIATION,
                "%s: %.1f %% off the line at most (bar: less than %.0f %%)",
                name,
                off * 100,
                MOST_VARIATION * 100);
        report.hold(
                most / least - 1 < MOST_VARIATION,
                "%s: a contact costs between %.2f and %.2f times what it costs the one hop, %.0f %% more at most"
                        + " (bar: less than %.0f %%)",
                name,
                least,
                most,
                (most / least - 1) * 100,
                MOST_VARIATION * 100);
    }

    private static double[] micros(Figures figures, Target target) {
        return LOADS.stream()
                .mapToDouble(load -> Figure.median(figures.of(target, load), Figure::micros))
                .toArray();
    }

    /**
     * The line that the figures lie closest to, in shares of themselves.
     *
     * @param request microseconds, whatever it asks for
     * @param contact microseconds for each
     */
    private record Line(double request, double contact) {

        /** Least squares, each figure weighed by what it is, so that the smallest page counts as much as the largest. */
        static Line through(List<Integer> sizes, double[] micros) {
            double weights = 0;
            double x = 0;
            double y = 0;
            double xx = 0;
            double xy = 0;
            for (int i = 0; i < micros.length; i++) {
                double weight = 1 / (micros[i] * micros[i]);
                weights += weight;
                x += weight * sizes.get(i);
                y += weight * micros[i];
                xx += weight * sizes.get(i) * sizes.get(i);
                xy += weight * sizes.get(i) * micros[i];
            }
            double slope = (weights * xy - x * y) / (weights * xx - x * x);
            return new Line((y - slope * x) / weights, slope);
        }

        double off(int contacts, double micros) {
            return micros / (request + contact * contacts) - 1;
        }
    }
}
