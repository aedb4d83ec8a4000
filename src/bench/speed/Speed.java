package speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures the gateway beside one hop; prints what it takes, in multiples of that, and what it may take. */
public final class Speed {

    private Speed() {}

    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        Report report = new Report();
        Book book = new Book();
        List<Target> targets = new ArrayList<>();
        try (Server upstream = upstream()) {
            if (options.isComparison()) {
                targets.add(Proxy.start(upstream, book));
                report.note(
                        "One hop: %s. Upstream: %s.", targets.get(0).server().said(), upstream.said());
            }
            for (boolean isKeeping : options.pages()) {
                targets.add(Gateway.start(options, isKeeping, upstream, book));
                if (options.isBeforeMeasured()) {
                    targets.add(Gateway.startBefore(options, isKeeping, upstream, book));
                }
            }
            report.note(
                    Cores.isPinned()
                            ? "Measured on one core, loaded from another one."
                            : "Nothing is pinned to a core: figures include what others disturb.");
            measure(options, upstream, targets, report);
        } finally {
            targets.forEach(Target::close);
        }
        if (options.figures().isPresent()) {
            options.figures().get().write(options.subject(), options.arguments(), report.printed());
        }
        System.exit(report.isAnyMissed() && options.isBarBinding() ? 1 : 0);
    }

    private static Server upstream() throws IOException, InterruptedException {
        return Server.start(
                        "upstream", Cores.LOADING, port -> Server.java(Upstream.class, String.valueOf(port)), Map.of())
                .await("/delay?0");
    }

    private static void measure(Options options, Server upstream, List<Target> targets, Report report)
            throws Exception {
        if (options.isLinear()) {
            Linear.run(new Course(options, upstream, targets), targets, report);
        } else if (options.isTurns()) {
            Turns.run(options, targets, report);
        } else if (options.documents() > 0) {
            Documents.run(options, targets, report);
        } else if (options.soak() > 0) {
            Soak.run(options, targets, report);
        } else {
            compare(options, new Course(options, upstream, targets), targets, report);
        }
    }

    private static void compare(Options options, Course course, List<Target> targets, Report report) throws Exception {
        List<Load> loads = options.loads();
        course.run(loads);
        Target oneHop = targets.get(0);
        for (Load load : loads) {
            report.heading(load);
            for (Target target : targets) {
                double ratio = target == oneHop ? Double.NaN : course.ratio(target, oneHop, load);
                report.row(target.name(), course.figures(target, load), ratio, target.bar(load));
            }
        }
    }
}
