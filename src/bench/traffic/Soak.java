package traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import traffic.Answer.Kind;
import traffic.Management.Reading;

/** Whether an instance stays what it is for hours: {@code src/bench/soak}. */
public final class Soak {

    private static final int READINGS = 5;
    private static final String HEADING = "%10s %8s %8s %8s %8s %8s %8s %8s %8s %8s %8s%n";
    private static final Reading NONE = new Reading(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private final Options options;
    private final Subject subject;
    private final Drive drive;
    private final Tally all = new Tally();
    private final List<Double> p99 = new ArrayList<>();
    private final List<Double> heap = new ArrayList<>();
    private final List<Double> resident = new ArrayList<>();
    private final List<Double> files = new ArrayList<>();
    private final List<Double> series = new ArrayList<>();
    private long lastRow;

    private Soak(Options options, Subject subject, Drive drive) {
        this.options = options;
        this.subject = subject;
        this.drive = drive;
    }

    /** The arguments are those of {@code src/bench/soak}. */
    public static void main(String[] args) throws Exception {
        Map<String, String> more = Map.of(
                "--duration",
                "1h",
                "--warm",
                "30s",
                "--interval",
                "60s",
                "--max-growth",
                "20",
                "--max-p99-growth",
                "100");
        System.exit(Run.exit(() -> run(Options.of(args, more))));
    }

    private static Exit run(Options options) throws Unusable, InterruptedException {
        CallLimit limit = new CallLimit(options.maxUpstreamCalls());
        try (Subject subject = Subject.of(options, "soak")) {
            if (options.duration("--interval").compareTo(options.duration()) > 0) {
                throw new Unusable(Exit.USAGE, "Expected a --duration of at least one --interval.");
            }
            System.out.println(subject.described(options, limit));
            if (subject.management() == null) {
                System.out.println("Memory, open files and series are not known without --management.");
            } else {
                subject.management().read();
            }
            @Nullable String next = subject.instance().check(limit);
            Drive drive = new Drive(subject.instance(), options, limit, next);
            drive.run(options.warm());
            drive.take();
            return new Soak(options, subject, drive).run();
        }
    }

    /** The requests are sent by this thread; another one looks at the instance, so that looking delays none. */
    private Exit run() throws Unusable, InterruptedException {
        Duration interval = options.duration("--interval");
        System.out.printf(
                HEADING, "time", "req/s", "p50 ms", "p99 ms", "max ms", "errors", "refused", "calls", "heap MB",
                "RSS MB", "files");
        long intervals = options.duration().dividedBy(interval);
        Thread observer = new Thread(() -> observe(interval, intervals), "observer");
        observer.start();
        try {
            drive.run(options.duration());
        } catch (Unusable | InterruptedException ended) {
            observer.interrupt();
            throw ended;
        } finally {
            observer.join();
            all.add(drive.take());
            Bars.printLabels(all);
        }
        return isWell() ? Exit.WELL : Exit.MISSED;
    }

    private void observe(Duration interval, long intervals) {
        long began = System.nanoTime();
        lastRow = began;
        double calls = reading().calls();
        try {
            for (long number = 1; number <= intervals; number++) {
                Reading lowest = NONE;
                for (int i = 1; i <= READINGS; i++) {
                    long due = began + interval.toNanos() * (number - 1) + interval.toNanos() * i / READINGS;
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                    lowest = reading().withLowerHeap(lowest);
                }
                row(interval, number, lowest, lowest.calls() - calls);
                calls = lowest.calls();
            }
        } catch (InterruptedException ended) {
            // an interval that has not ended says nothing
        }
    }

    private Reading reading() {
        try {
            return subject.management() == null ? NONE : subject.management().read();
        } catch (Unusable notNow) {
            return NONE;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return NONE;
        }
    }

    private void row(Duration interval, long number, Reading reading, double calls) {
        long now = System.nanoTime();
        double seconds = (now - lastRow) / 1e9;
        lastRow = now;
        Tally tally = drive.take();
        all.add(tally);
        p99.add(tally.millis(99));
        heap.add(reading.heap() / (1 << 20));
        resident.add(subject.resident() / (1 << 20));
        files.add(reading.files());
        series.add(reading.series());
        Duration time = interval.multipliedBy(number);
        System.out.printf(
                HEADING,
                "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart()),
                shown((tally.due() - tally.errors()) / seconds),
                shown(tally.millis(50)),
                shown(tally.millis(99)),
                shown(tally.millis(100)),
                tally.errors(),
                tally.count(Kind.REFUSED),
                shown(calls),
                shown(reading.heap() / (1 << 20)),
                shown(subject.resident() / (1 << 20)),
                shown(reading.files()));
    }

    private static String shown(double value) {
        return Double.isNaN(value)
                ? "-"
                : value == Math.rint(value) ? "%.0f".formatted(value) : "%.1f".formatted(value);
    }

    private boolean isWell() {
        double growth = options.number("--max-growth");
        boolean isWell = Bars.hold(all, options);
        isWell &= new Trend("p99, ms", options.number("--max-p99-growth"), 5).holds(p99);
        isWell &= new Trend("heap but for new objects, MB", growth, 32).holds(heap);
        isWell &= new Trend("resident memory, MB", growth, 32).holds(resident);
        isWell &= new Trend("open files, connections included", growth, 16).holds(files);
        isWell &= new Trend("series of metrics", growth, 50).holds(series);
        return isWell;
    }
}
