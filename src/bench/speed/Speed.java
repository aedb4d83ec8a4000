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
        Figures figures = new Figures();
        List<Target> targets = List.of();
        report.note(
                Cores.isPinned()
                        ? "Measured on one core, loaded from another one."
                        : "Nothing is pinned to a core: figures include what others disturb.");
        try (Server upstream = upstream()) {
            report.note("Upstream: %s.", upstream.said());
            if (options.isTable()) {
                Table.run(options, upstream, book, report);
            }
            for (int start = 0; start < options.starts() && !options.isTable(); start++) {
                targets = measured(options, upstream, book, figures, report);
            }
        }
        if (options.isLinear()) {
            Linear.report(figures, targets, report);
        } else if (options.isComparison()) {
            compare(options, figures, targets, report);
        }
        if (options.figures().isPresent()) {
            options.figures().get().write(options.subject(), options.arguments(), report.markdown());
        }
        System.exit(report.isAnyMissed() && options.isBarBinding() ? 1 : 0);
    }

    private static Server upstream() throws IOException, InterruptedException {
        return Server.start(
                        "upstream", Cores.LOADING, port -> Server.java(Upstream.class, String.valueOf(port)), Map.of())
                .await("/delay?0");
    }

    /** Starts all that is measured, measures it and ends it. */
    private static List<Target> measured(Options options, Server upstream, Book book, Figures figures, Report report)
            throws Exception {
        List<Target> targets = new ArrayList<>();
        try {
            if (options.isComparison()) {
                targets.add(Proxy.start(upstream, book));
                report.note("One hop: %s.", targets.get(0).server().said());
            }
            for (boolean isKeeping : options.pages()) {
                for (Api api : options.apis()) {
                    targets.add(Gateway.start(options, api, isKeeping, upstream, book));
                }
                if (options.isBeforeMeasured()) {
                    targets.add(Gateway.startBefore(options, isKeeping, upstream, book));
                }
            }
            if (options.isTurns()) {
                Turns.run(options, targets, report);
            } else if (options.documents() > 0) {
                Documents.run(options, targets, report);
            } else if (options.soak() > 0) {
                Soak.run(options, targets, report);
            } else {
                List<Load> loads = options.isLinear() ? Linear.LOADS : options.loads();
                new Course(options, upstream, targets, figures).run(loads);
            }
        } finally {
            targets.forEach(Target::close);
        }
        return targets;
    }

    private static void compare(Options options, Figures figures, List<Target> targets, Report report) {
        Target oneHop = targets.get(0);
        for (Load load : options.loads()) {
            report.heading(load);
            for (Target target : targets) {
                double ratio = target.equals(oneHop) ? Double.NaN : figures.ratio(target, oneHop, load);
                report.row(target.name(), figures.of(target, load), ratio, target.bar(load));
            }
        }
    }
}
