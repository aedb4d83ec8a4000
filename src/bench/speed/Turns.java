package speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How long a large answer keeps the event loop to itself. The gateway has one event loop only and is asked for one page
 * of 500 contacts after the other; meanwhile someone else asks for next to nothing. What that one waits for longer than
 * on an idle gateway is turns of the event loop.
 */
final class Turns {

    private static final double MOST_MILLIS = 10;

    private Turns() {}

    /**
     * What the probe said.
     *
     * @param asked how often
     * @param p50 milliseconds, as the others
     */
    private record Waits(int asked, double p50, double p90, double p99, double longest) {

        static Waits of(Target target, int seconds) throws IOException, InterruptedException {
            List<String> command = Server.java(
                    Probe.class, String.valueOf(target.server().port()), target.path(), String.valueOf(seconds));
            Process process = new ProcessBuilder(Cores.LOADING.keep(command))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            WrongAnswer.unless(process.waitFor() == 0, "The probe of %s ended: %s", target.name(), said);
            String[] figures = said.split(" ", -1);
            return new Waits(
                    Integer.parseInt(figures[0]),
                    Double.parseDouble(figures[1]),
                    Double.parseDouble(figures[2]),
                    Double.parseDouble(figures[3]),
                    Double.parseDouble(figures[4]));
        }
    }

    static void run(Options options, List<Target> targets, Report report) throws Exception {
        for (Target target : targets) {
            Walk walk = target.walk(Load.W3);
            Wrk.run(target, walk, 1, Math.max(1, options.warm()));
            Waits idle = Waits.of(target, options.seconds());
            CompletableFuture<Wrk> load =
                    CompletableFuture.supplyAsync(() -> load(target, walk, options.seconds() + 3));
            TimeUnit.SECONDS.sleep(1);
            Waits beside = Waits.of(target, options.seconds());
            Wrk loaded = load.join();
            report.note(
                    "%n%s, milliseconds%n%-12s %6s %8s %8s %8s %8s",
                    target.name(), "", "asked", "p50", "p90", "p99", "max");
            row(report, "idle", idle);
            row(report, "beside W3", beside);
            report.note(
                    "W3 itself: %.0f answers a second, half of them within %.1f ms",
                    loaded.requests() / loaded.seconds(), loaded.p50());
            report.hold(
                    beside.p99() < MOST_MILLIS,
                    "%s: 99 of 100 others wait no longer than %.2f ms (bar: %.0f ms)",
                    target.name(),
                    beside.p99(),
                    MOST_MILLIS);
            target.walk(Load.W3);
        }
    }

    private static Wrk load(Target target, Walk walk, int seconds) {
        try {
            return Wrk.run(target, walk, 1, seconds);
        } catch (IOException | InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void row(Report report, String name, Waits waits) {
        report.note(
                "%-12s %6d %8.2f %8.2f %8.2f %8.2f",
                name, waits.asked(), waits.p50(), waits.p90(), waits.p99(), waits.longest());
    }
}
