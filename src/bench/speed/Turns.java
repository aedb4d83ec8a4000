package speed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How long a large answer keeps the event loop to itself. The gateway has one event loop only and is asked for one page
 * of 500 contacts after the other; meanwhile someone else asks for next to nothing. What that one waits for longer than
 * on an idle gateway is a turn of the event loop.
 */
final class Turns {

    private static final String SMALL = "{\"query\":\"{ __typename }\"}";
    private static final String LENGTH = "content-length:";
    private static final double MOST_MILLIS = 10;
    private static final int PAUSE_MILLIS = 2;

    private Turns() {}

    static void run(Options options, List<Target> targets, Report report) throws Exception {
        for (Target target : targets) {
            Walk walk = target.walk(Load.W3);
            Wrk.run(target, walk, 1, Math.max(1, options.warm()));
            double[] idle = waits(target, options.seconds());
            CompletableFuture<Wrk> load = CompletableFuture.supplyAsync(() -> load(target, walk, options.seconds() + 2));
            TimeUnit.SECONDS.sleep(1);
            double[] busy = waits(target, options.seconds());
            load.join();
            report.note("%n%s, milliseconds%n%-10s %8s %8s %8s %8s", target.name(), "", "p50", "p90", "p99", "max");
            row(report, "idle", idle);
            row(report, "beside W3", busy);
            report.hold(
                    at(busy, 0.99) < MOST_MILLIS,
                    "%s: 99 of 100 others wait no longer than %.2f ms (bar: %.0f ms)",
                    target.name(),
                    at(busy, 0.99),
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

    /** Milliseconds, sorted, that an answer to the small question takes. */
    private static double[] waits(Target target, int seconds) throws IOException, InterruptedException {
        byte[] post = ("POST " + target.path() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + SMALL.length() + "\r\n\r\n" + SMALL)
                .getBytes(StandardCharsets.ISO_8859_1);
        List<Double> waits = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (Socket socket = new Socket("127.0.0.1", target.server().port())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (System.nanoTime() < end) {
                long began = System.nanoTime();
                out.write(post);
                String answer = answer(in);
                waits.add((System.nanoTime() - began) / 1e6);
                WrongAnswer.unless(answer.contains("\"__typename\":\"Query\""), "%s: %s", target.name(), answer);
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static String answer(InputStream in) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(line.substring(LENGTH.length()).trim());
            }
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            WrongAnswer.unless(next >= 0, "The connection was closed after %s", line);
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static void row(Report report, String name, double[] sorted) {
        report.note(
                "%-10s %8.2f %8.2f %8.2f %8.2f",
                name, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round((sorted.length - 1) * share)];
    }
}
