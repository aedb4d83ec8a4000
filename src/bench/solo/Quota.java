package solo;

import static java.nio.charset.StandardCharsets.UTF_8;

import harness.Arguments;
import harness.PackagedGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks a gateway more than the quota of its LINE WORKS allows, at random times of a given average, and looks at
 * what both sides say of it: {@code src/bench/quota}.
 */
public final class Quota {

    private static final double REFUSAL_P99_MILLIS = 100;
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");
    private static final Pattern WAIT = Pattern.compile("\"retryAfterSeconds\":([0-9]+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Options options;
    private final List<String> ids;

    /** How a query ended: no code is an answer. */
    private record Outcome(double millis, String code, String waitSeconds, String kind) {}

    private record Options(int port, int limit, double minutes, int rate, long seed) {}

    private Quota(Options options) {
        this.options = options;
        this.ids = Pattern.compile("[\\[,]\"([^\"]+)\"")
                .matcher(get("/sandbox/contacts"))
                .results()
                .map(match -> match.group(1))
                .toList();
        if (ids.isEmpty()) {
            throw new IllegalStateException("The simulator shows no contacts.");
        }
    }

    /** The arguments are those of {@code src/bench/quota}. */
    public static void main(String[] args) throws Exception {
        Arguments given = Arguments.of(args, Map.of("--minutes", "5", "--rate", "1000", "--seed", "1"));
        boolean isWellAt240 = isWell(240, Double.parseDouble(given.text("--minutes")), given);
        boolean isWellAt60 = isWell(60, 1, given);
        System.exit(isWellAt240 && isWellAt60 ? 0 : 1);
    }

    /** With a gateway that does not know its quota yet. */
    private static boolean isWell(int limit, double minutes, Arguments given) throws Exception {
        Map<String, String> settings = Map.of(
                "meishi.sandbox.enabled", "true", "meishi.sandbox.faults.rate-limit-per-minute", String.valueOf(limit));
        try (PackagedGateway gateway = PackagedGateway.start(
                PackagedGateway.jar(List.of("-Xmx256m")), settings, Path.of("target/quota", limit + ".log"))) {
            return new Quota(
                            new Options(gateway.port(), limit, minutes, given.number("--rate"), given.number("--seed")))
                    .run();
        }
    }

    private boolean run() throws InterruptedException {
        Random random = new Random(options.seed());
        List<CompletableFuture<?>> asked = new ArrayList<>();
        long start = System.nanoTime();
        long end = start + (long) (options.minutes() * 60e9);
        for (long next = start;
                next < end;
                next += (long) (-Math.log(1 - random.nextDouble()) * 60e9 / options.rate())) {
            long wait = next - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            }
            asked.add(ask(random));
        }
        asked.forEach(CompletableFuture::join);
        return report();
    }

    /** A contact by its id, a search, a list somewhere in the middle: most of them asked for once only. */
    private CompletableFuture<?> ask(Random random) {
        int draw = random.nextInt(100);
        if (draw < 40) {
            String id = "Contact:1:" + ids.get(random.nextInt(ids.size()));
            String global = Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(UTF_8));
            return ask("contact by id", "{ contact(id: \"" + global + "\") { resourceId name { full } } }");
        }
        if (draw < 75) {
            String keyword = Integer.toString(random.nextInt(100_000), 36);
            return ask(
                    "search",
                    "{ contacts(first: 20, filter: {keyword: \"" + keyword + "\"}) { nodes { resourceId } } }");
        }
        if (draw < 95) {
            int first = 1 + random.nextInt(500);
            return ask("list", "{ contacts(first: " + first + ") { nodes { resourceId tags { name } } } }");
        }
        return ask("tags", "{ tags { name } }");
    }

    private CompletableFuture<?> ask(String kind, String query) {
        String body = "{\"query\":\"" + query.replace("\"", "\\\"") + "\"}";
        HttpRequest request = request("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        long start = System.nanoTime();
        return client.sendAsync(request, BodyHandlers.ofString()).handle((response, thrown) -> {
            double millis = (System.nanoTime() - start) / 1e6;
            String text = response == null ? "" : response.body();
            String code = thrown != null ? "no answer: " + thrown.getMessage() : first(CODE, text);
            return outcomes.add(new Outcome(millis, code, first(WAIT, text), kind));
        });
    }

    private boolean report() {
        String calls = get("/sandbox/calls");
        double[] answered = millis("");
        double[] refused = millis("UPSTREAM_RATE_LIMITED");
        System.out.printf(
                "At %d calls a minute, %d queries in %.1f minutes: %d answered (p50 %.0f ms, p99 %.0f ms, worst %.0f ms), "
                        + "%d refused, %.0f %% (p50 %.0f ms, p99 %.0f ms)%n",
                options.limit(),
                outcomes.size(),
                options.minutes(),
                answered.length,
                at(answered, 0.5),
                at(answered, 0.99),
                at(answered, 1),
                refused.length,
                100.0 * refused.length / outcomes.size(),
                at(refused, 0.5),
                at(refused, 0.99));
        byKind().forEach((kind, shares) -> System.out.println("  " + kind + ": " + shares));
        System.out.println("  calls: " + calls);
        List<String> missed = new ArrayList<>();
        if (Pattern.compile("\"429\":[1-9]").matcher(calls).find()) {
            missed.add("A call was refused for the quota.");
        }
        outcomes.stream()
                .filter(outcome -> !outcome.code().isEmpty() && !outcome.code().equals("UPSTREAM_RATE_LIMITED"))
                .map(outcome -> "A query failed with " + outcome.code() + ".")
                .distinct()
                .forEach(missed::add);
        if (outcomes.stream()
                .anyMatch(outcome -> outcome.code().equals("UPSTREAM_RATE_LIMITED")
                        && !outcome.waitSeconds().matches("[1-9]|[1-5][0-9]|6[0-2]"))) {
            missed.add("A refusal does not say how long to wait, or something else than a minute at most.");
        }
        if (at(refused, 0.99) >= REFUSAL_P99_MILLIS) {
            System.out.printf("Note: refusals should come within %.0f ms on an idle machine.%n", REFUSAL_P99_MILLIS);
        }
        missed.forEach(miss -> System.out.println("MISSED: " + miss));
        return missed.isEmpty();
    }

    private Map<String, String> byKind() {
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        Outcome::kind,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.partitioningBy(
                                        outcome -> outcome.code().isEmpty(), Collectors.counting()),
                                parts -> parts.get(true) + " answered, " + parts.get(false) + " refused")));
    }

    private double[] millis(String code) {
        return outcomes.stream()
                .filter(outcome -> outcome.code().equals(code))
                .mapToDouble(Outcome::millis)
                .sorted()
                .toArray();
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map((MatchResult match) -> match.group(1))
                .orElse("");
    }

    private String get(String path) {
        HttpResponse<String> response =
                client.sendAsync(request(path).build(), BodyHandlers.ofString()).join();
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + options.port() + path))
                .timeout(Duration.ofSeconds(40));
    }
}
