package economy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The streamed export: complete, resumed where it was broken off, paced by its reader, and of no weight on the heap. */
final class Export implements Show {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long MOST_GROWTH = 16 * MEGABYTE;
    private static final int SAMPLES = 10;

    @Override
    public String number() {
        return "8";
    }

    @Override
    public String title() {
        return "Export";
    }

    @Override
    public void run(Options options, Report report) throws Exception {
        int contacts = options.isBrief() ? 10_000 : 50_000;
        Received whole = new Received();
        Received half = new Received();
        List<String> truth;
        try (Gateway gateway = Gateway.start("export", contacts, Map.of())) {
            truth = Contact.ids(gateway.simulator().truth(Order.DEFAULT));
            report.attempt("heap", () -> heap(gateway, report, whole, contacts));
            check(report, "whole export", whole, truth);
            report.attempt("slow reader", () -> slowReader(gateway, report));
            stream(gateway, null, half, lines -> half.ids.size() < contacts / 2 + 77);
        }
        int atKill = half.ids.size();
        half.forgetSinceCheckpoint();
        report.note("killed after %,d contacts, the last checkpoint after %,d", atKill, half.ids.size());
        report.hold(half.checkpoint != null, "No checkpoint in the first half");
        try (Gateway gateway = Gateway.start("export-resumed", contacts, Map.of())) {
            long before = gateway.simulator().listCalls();
            int first = half.ids.size();
            stream(gateway, half.checkpoint, half, lines -> true);
            report.note(
                    "resumed after a restart of the gateway: %,d more with %d calls",
                    half.ids.size() - first, gateway.simulator().listCalls() - before);
            check(report, "both halves", half, truth);
        }
    }

    /** What came of an export. */
    private static final class Received {
        final List<String> ids = new ArrayList<>();

        @Nullable
        String checkpoint;

        int atCheckpoint;
        int checkpoints;
        boolean isEnded;

        @Nullable
        String wrongLine;

        void take(String line) {
            @Nullable Object json;
            try {
                json = Json.read(line);
            } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
                wrongLine = line;
                return;
            }
            String id = Json.text(json, "contact", "resourceId");
            if (id != null) {
                ids.add(id);
            } else if (Json.at(json, "checkpoint") != null) {
                checkpoint = Json.text(json, "checkpoint");
                atCheckpoint = ids.size();
                checkpoints++;
            } else if (Json.flag(json, "end")) {
                isEnded = true;
            } else {
                wrongLine = line;
            }
        }

        void forgetSinceCheckpoint() {
            ids.subList(atCheckpoint, ids.size()).clear();
        }
    }

    private static void check(Report report, String what, Received received, List<String> truth) {
        Difference difference = Difference.between(received.ids, truth);
        boolean isComplete = difference.missed() == 0 && difference.twice() == 0 && difference.strange() == 0;
        report.note("%s: %,d contacts, %d checkpoints", what, received.ids.size(), received.checkpoints);
        report.hold(isComplete, "%s: %s", what, difference);
        report.hold(received.isEnded, "%s: no line says that it is the end", what);
        report.hold(received.wrongLine == null, "%s: a line that is none: %s", what, received.wrongLine);
    }

    /** Samples the heap while the export goes on; what it holds must not grow with what went by. */
    private static void heap(Gateway gateway, Report report, Received whole, int contacts) throws Exception {
        List<Long> heaps = new ArrayList<>(List.of(gateway.heapAfterCollection()));
        int[] due = {1};
        stream(gateway, null, whole, lines -> {
            if (whole.ids.size() >= (long) due[0] * contacts / SAMPLES) {
                due[0]++;
                heaps.add(sample(gateway));
            }
            return true;
        });
        StringBuilder line = new StringBuilder("heap in use after a collection, in MB:");
        heaps.forEach(heap -> line.append(String.format(" %.1f", heap / (double) MEGABYTE)));
        report.note("%s", line);
        int settled = Math.min(heaps.size() - 1, 1 + SAMPLES / 5);
        long growth = heaps.get(heaps.size() - 1) - heaps.get(settled);
        report.hold(
                growth < MOST_GROWTH && heaps.size() > SAMPLES / 2,
                "heap grows by %.1f MB during the export, %d samples",
                growth / (double) MEGABYTE,
                heaps.size());
    }

    private static long sample(Gateway gateway) {
        try {
            return gateway.heapAfterCollection();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A reader that stops reading stops the calls. */
    private static void slowReader(Gateway gateway, Report report) throws Exception {
        Received received = new Received();
        long before = gateway.simulator().listCalls();
        long[] calls = new long[2];
        stream(gateway, null, received, lines -> {
            if (received.ids.size() == 600 && calls[1] == 0) {
                calls[0] = pause(gateway) - before;
                calls[1] = pause(gateway) - before;
            }
            return received.ids.size() < 700;
        });
        report.note("calls while nobody reads: %d after 3 s, %d after 6 s", calls[0], calls[1]);
        report.hold(
                calls[0] == calls[1],
                "A reader that does not read does not stop the calls: %d, %d",
                calls[0],
                calls[1]);
    }

    private static long pause(Gateway gateway) {
        try {
            Thread.sleep(3_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return gateway.simulator().listCalls();
    }

    /** Reads line by line until the end, or until the reader has had enough and hangs up. */
    private static void stream(Gateway gateway, @Nullable String after, Received received, Predicate<Received> goesOn)
            throws IOException, InterruptedException {
        String query = after == null ? "" : "?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(gateway.stream("/export/contacts.ndjson" + query), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                received.take(line);
                if (!goesOn.test(received)) {
                    return;
                }
            }
        }
    }
}
