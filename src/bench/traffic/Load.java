package traffic;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import traffic.Answer.Kind;

/** How fast an instance answers at a rate: {@code src/bench/load}. */
public final class Load {

    private Load() {}

    /** The arguments are those of {@code src/bench/load}. */
    public static void main(String[] args) throws Exception {
        System.exit(Run.exit(() -> run(Options.of(args, Map.of()))));
    }

    private static Exit run(Options options) throws Unusable, InterruptedException {
        CallLimit limit = new CallLimit(options.maxUpstreamCalls());
        try (Subject subject = Subject.of(options, "load")) {
            System.out.println(subject.described(options, limit));
            @Nullable String next = subject.instance().check(limit);
            Drive drive = new Drive(subject.instance(), options, limit, next);
            Tally tally = new Tally();
            try {
                drive.run(options.warm());
                drive.take();
                drive.run(options.duration());
            } finally {
                tally.add(drive.take());
                print(tally, limit, options);
            }
            return Bars.hold(tally, options) ? Exit.WELL : Exit.MISSED;
        }
    }

    private static void print(Tally tally, CallLimit limit, Options options) throws Unusable {
        double seconds = options.duration().toNanos() / 1e9;
        System.out.printf(
                "%,d requests were due; %,d were answered (%.1f a second), %,d of them refused; calls to LINE WORKS: %,d%n",
                tally.due(),
                tally.due() - tally.count(Kind.NONE) - tally.unsent(),
                (tally.due() - tally.count(Kind.NONE) - tally.unsent()) / seconds,
                tally.count(Kind.REFUSED),
                limit.all());
        System.out.printf(
                "%8s %8s %8s %8s %8s   ms from when a request was due%n", "p50", "p90", "p99", "p99.9", "max");
        System.out.printf(
                "%8.1f %8.1f %8.1f %8.1f %8.1f%n",
                tally.millis(50), tally.millis(90), tally.millis(99), tally.millis(99.9), tally.millis(100));
        Bars.printLabels(tally);
    }
}
