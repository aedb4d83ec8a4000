package economy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What many ask at once is asked of LINE WORKS once, and nobody gets what was got for somebody else. */
final class SharedCalls implements Show {

    private static final int ASKERS = 100;
    private static final List<String> MEMBERS = List.of("account7@example.com", "account13@example.com");

    private final Set<String> keywords = new HashSet<>();

    @Override
    public String number() {
        return "6";
    }

    @Override
    public String title() {
        return "One call for all who ask at once";
    }

    @Override
    public void run(Options options, Report report) throws Exception {
        Map<String, String> settings = Map.of("meishi.upstream.timeout", "2s", "meishi.http.operation-timeout", "10s");
        try (Gateway gateway = Gateway.start("shared", 2_000, settings)) {
            Simulator simulator = gateway.simulator();
            int rounds = options.isBrief() ? 2 : 8;
            warmUp(gateway);
            report.row("", "right", "coded", "calls", "allowed");
            report.attempt("identical", () -> round(gateway, report, "100 identical", false, 1, false));
            report.attempt("two scopes", () -> round(gateway, report, "100 of two scopes", true, 2, false));
            simulator.faults(Map.of("latency", "PT0.5S"));
            report.attempt("identical, slow", () -> round(gateway, report, "100 identical, slow", false, 1, false));
            report.attempt("two scopes, slow", () -> round(gateway, report, "100 of two scopes, slow", true, 2, false));
            simulator.faults(Map.of("latency", "PT0.5S", "errors", Map.of("500", 0.3)));
            faulty(gateway, report, rounds, "two scopes, 30 % 500");
            simulator.faults(Map.of("latency", "PT0.5S", "hang", 0.3));
            faulty(gateway, report, rounds, "two scopes, 30 % hang");
            simulator.faults(Map.of("latency", "PT0.5S", "cut", 0.2, "malformed", 0.2));
            faulty(gateway, report, rounds, "two scopes, cut and malformed");
            simulator.noFaults();
            report.attempt("afterwards", () -> {
                awaitRecovery(gateway);
                round(gateway, report, "100 of two scopes, afterwards", true, 2, false);
            });
            simulator.faults(Map.of("latency", "PT1.5S"));
            report.attempt("some leave", () -> leaving(gateway, report, 10, 5));
            report.attempt("all leave", () -> leaving(gateway, report, 10, 10));
        }
    }

    /** A retry is one call more for each scope. */
    private void faulty(Gateway gateway, Report report, int rounds, String what) {
        report.attempt(what, () -> {
            int right = 0;
            for (int i = 0; i < rounds; i++) {
                right += round(gateway, report, what + ", round " + (i + 1), true, 4, true);
            }
            report.hold(right > 0, "%s: no round was answered at all", what);
        });
    }

    /** A gateway that has only just been started would take longer than its deadline for a hundred askers. */
    private static void warmUp(Gateway gateway) throws Exception {
        for (int i = 0; i < 60; i++) {
            gateway.ask(Question.of(Order.DEFAULT).first(100 + i, null).anewOnly());
        }
    }

    /** A gateway that has just seen many failures may hold back for a while. */
    private static void awaitRecovery(Gateway gateway) throws Exception {
        Question question = Question.of(Order.DEFAULT).first(1, null).anewOnly();
        for (int i = 0; i < 60 && gateway.ask(question).code() != null; i++) {
            Thread.sleep(500);
        }
    }

    private int round(Gateway gateway, Report report, String what, boolean isScoped, int allowed, boolean mayFail)
            throws Exception {
        Simulator simulator = gateway.simulator();
        String keyword = unusedKeyword();
        Map<String, List<String>> truth = new LinkedHashMap<>();
        for (String member : MEMBERS) {
            Map<String, String> parameters = Map.of("userId", member, "keyword", keyword);
            List<String> ids = Contact.ids(simulator.truth(Order.DEFAULT, parameters));
            truth.put(member, ids.subList(0, Math.min(100, ids.size())));
        }
        long before = simulator.listCalls();
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        List<String> askers = new ArrayList<>();
        for (int i = 0; i < ASKERS; i++) {
            String member = MEMBERS.get(isScoped ? i % MEMBERS.size() : 0);
            askers.add(member);
            answers.add(gateway.askLater(question(keyword, member)));
        }
        int right = 0;
        int coded = 0;
        for (int i = 0; i < ASKERS; i++) {
            Answer answer = answers.get(i).get(30, TimeUnit.SECONDS);
            if (answer.code() != null && mayFail) {
                report.hold(answer.code().startsWith("UPSTREAM_"), "%s: fails with %s", what, answer.code());
                coded++;
                continue;
            }
            List<String> own = Objects.requireNonNull(truth.get(askers.get(i)));
            Difference difference = Difference.between(answer.page().ids(), own);
            report.hold(difference.isNone(), "%s: an answer for %s: %s", what, askers.get(i), difference);
            right++;
        }
        long calls = simulator.listCalls() - before;
        report.row(what, right, coded, calls, allowed);
        boolean isShared = mayFail ? calls <= allowed : calls == allowed;
        report.hold(isShared, "%s: %d calls, allowed %d", what, calls, allowed);
        boolean differ = !Objects.equals(truth.get(MEMBERS.get(0)), truth.get(MEMBERS.get(1)));
        if (!differ) {
            report.note("%s: both scopes see the same for '%s', so this round shows little", what, keyword);
        }
        return right;
    }

    /** Of several who wait some go away: the others get their answer from the one call; if all go, it is abandoned. */
    private void leaving(Gateway gateway, Report report, int askers, int leavers) throws Exception {
        Simulator simulator = gateway.simulator();
        String keyword = unusedKeyword();
        String what = leavers + " of " + askers + " leave";
        Question question = question(keyword, MEMBERS.get(0));
        simulator.forgetCalls();
        List<Socket> left = new ArrayList<>();
        for (int i = 0; i < leavers; i++) {
            left.add(sent(gateway.port(), question.body()));
        }
        Thread.sleep(300);
        List<CompletableFuture<Answer>> staying = new ArrayList<>();
        for (int i = leavers; i < askers; i++) {
            staying.add(gateway.askLater(question));
        }
        Thread.sleep(300);
        for (Socket socket : left) {
            socket.close();
        }
        int right = 0;
        for (CompletableFuture<Answer> answer : staying) {
            right += answer.get(30, TimeUnit.SECONDS).page().ids().isEmpty() ? 0 : 1;
        }
        Thread.sleep(2_000);
        long abandoned = simulator.listCalls("abandoned");
        report.row(what + ", abandoned " + abandoned, right, 0, simulator.listCalls(), 1);
        report.hold(right == askers - leavers, "%s: only %d of the others are answered", what, right);
        report.hold(simulator.listCalls() == 1, "%s: %d calls", what, simulator.listCalls());
        report.hold(abandoned == (leavers == askers ? 1 : 0), "%s: %d calls abandoned", what, abandoned);
    }

    private static Socket sent(int port, String body) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: application/json\r\nAccept: application/graphql-response+json\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return socket;
    }

    private static Question question(String keyword, String member) {
        return Question.of(Order.DEFAULT)
                .filter(Map.of("keyword", keyword, "accessibleTo", member))
                .first(100, null);
    }

    private static List<String> letters(String text) {
        return text.chars().mapToObj(Character::toString).toList();
    }

    /** A word nothing is kept for yet, one that occurs in many names. */
    private String unusedKeyword() {
        for (String first : letters("aeioubcdfghjklmnprst")) {
            if (keywords.add(first)) {
                return first;
            }
        }
        for (String first : letters("aeiou")) {
            for (String second : letters("nrslmt")) {
                if (keywords.add(first + second)) {
                    return first + second;
                }
            }
        }
        throw new IllegalStateException("All keywords are used");
    }
}
