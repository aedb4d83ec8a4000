package economy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** LINE WORKS goes down: what is kept goes on being answered and says so, the rest fails in time, and all comes back. */
final class Outage implements Show {

    private static final double DEADLINE_MILLIS = 6_000;
    private static final int RECOVERY_SECONDS = 30;
    private static final Set<String> CODES =
            Set.of("UPSTREAM_UNAVAILABLE", "UPSTREAM_TIMEOUT", "UPSTREAM_RATE_LIMITED", "OPERATION_TIMEOUT");
    private static final Map<String, String> SETTINGS = Map.of(
            "meishi.page-cache.fresh", "1s",
            "meishi.page-cache.stale-while-revalidate", "1s",
            "meishi.page-cache.stale-if-error", "1h",
            "meishi.upstream.timeout", "2s",
            "meishi.http.operation-timeout", "6s");

    private int unused;

    @Override
    public String number() {
        return "7";
    }

    @Override
    public String title() {
        return "LINE WORKS down, and back";
    }

    @Override
    public void run(Options options, Report report) throws Exception {
        try (Gateway gateway = Gateway.start("outage", 5_000, SETTINGS)) {
            Map<String, Object> down = new LinkedHashMap<>();
            down.put("503 to every call", Map.of("errors", Map.of("503", 1.0)));
            down.put("no answer to any call", Map.of("hang", 1.0));
            if (!options.isBrief()) {
                down.put("every answer broken off", Map.of("cut", 1.0));
            }
            report.row("", "kept: right", "of", "slowest ms", "rest: coded", "of", "slowest ms", "back after s");
            for (Map.Entry<String, Object> outage : down.entrySet()) {
                report.attempt(outage.getKey(), () -> {
                    @SuppressWarnings("unchecked")
                    Map<String, Object> faults = (Map<String, Object>) outage.getValue();
                    outage(gateway, report, outage.getKey(), faults);
                });
                gateway.simulator().noFaults();
            }
        }
    }

    private void outage(Gateway gateway, Report report, String what, Map<String, Object> faults) throws Exception {
        List<Question> kept = new ArrayList<>();
        List<List<String>> right = new ArrayList<>();
        for (Order order : Order.all()) {
            Question question = Question.of(order).first(50, null);
            kept.add(question);
            right.add(gateway.ask(question.anewOnly()).page().ids());
        }
        Thread.sleep(3_000);
        gateway.simulator().faults(faults);
        int answered = 0;
        int rounds = 2;
        double slowest = 0;
        double slowestFailure = 0;
        int coded = 0;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < kept.size(); i++) {
                Answer answer = gateway.ask(kept.get(i));
                slowest = Math.max(slowest, answer.millis());
                if (answer.code() != null) {
                    report.hold(false, "%s: a kept page fails with %s", what, answer.code());
                    continue;
                }
                report.hold(answer.page().ids().equals(right.get(i)), "%s: a kept page has other contacts", what);
                report.hold(answer.isStale(), "%s: extensions.cache.stale is not true", what);
                Long age = Json.number(answer.body(), "extensions", "cache", "ageSeconds");
                report.hold(age != null && age >= 2, "%s: extensions.cache.ageSeconds is %s", what, age);
                report.hold(
                        answer.age() != null && answer.age().matches("\\d+") && Long.parseLong(answer.age()) >= 2,
                        "%s: the header Age is %s",
                        what,
                        answer.age());
                answered++;
            }
            Answer failed = gateway.ask(unusedQuestion());
            slowestFailure = Math.max(slowestFailure, failed.millis());
            boolean isCoded = failed.code() != null && CODES.contains(failed.code());
            report.hold(isCoded, "%s: what is not kept is answered with %s", what, failed.body());
            coded += isCoded ? 1 : 0;
        }
        gateway.simulator().noFaults();
        double recovered = recovery(gateway);
        report.row(
                what,
                answered,
                rounds * kept.size(),
                Math.round(slowest),
                coded,
                rounds,
                Math.round(slowestFailure),
                String.format("%.1f", recovered));
        report.hold(slowest < DEADLINE_MILLIS, "%s: a kept page took %.0f ms", what, slowest);
        report.hold(slowestFailure < DEADLINE_MILLIS, "%s: a failure took %.0f ms", what, slowestFailure);
        report.hold(recovered <= RECOVERY_SECONDS, "%s: not back after %d seconds", what, RECOVERY_SECONDS);
        report.attempt(what + ", afterwards", () -> {
            gateway.ask(kept.get(0));
            Thread.sleep(500);
            report.hold(!gateway.ask(kept.get(0)).isStale(), "%s: still stale when it is over", what);
        });
    }

    /** Seconds until what was never asked before is answered again, and again. */
    private double recovery(Gateway gateway) throws Exception {
        long began = System.nanoTime();
        int inARow = 0;
        while (inARow < 3 && System.nanoTime() - began < (RECOVERY_SECONDS + 5) * 1_000_000_000L) {
            inARow = gateway.ask(unusedQuestion()).code() == null ? inARow + 1 : 0;
            Thread.sleep(inARow > 0 ? 0 : 200);
        }
        return inARow == 3 ? (System.nanoTime() - began) / 1e9 : Double.POSITIVE_INFINITY;
    }

    private Question unusedQuestion() {
        return Question.of(Order.DEFAULT)
                .filter(Map.of("keyword", "unused " + unused++))
                .first(20, null);
    }
}
