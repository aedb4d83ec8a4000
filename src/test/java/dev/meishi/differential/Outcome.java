package dev.meishi.differential;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.Urgency;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * What executing an operation in one way comes to, in a form in which what may differ does not.
 *
 * @param response as it came; an object with the class {@code thrown} if there was none
 * @param data as text, members in their order; empty if there is none, which is not {@code null}
 * @param errors as texts, in an order of their own: fields may fail in any
 * @param rest of the response's members
 * @param plans what the fields said they would need of LINE WORKS
 * @param pages what they took of it, if nothing failed: what has failed may leave others behind that are under way
 */
record Outcome(
        JsonNode response, String data, List<String> errors, String rest, List<String> plans, List<String> pages) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Executes a question's operation. */
    static Outcome of(Question question, PreparedOperation operation, Way way) {
        Ledger ledger = new Ledger(
                new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(30), question.callsAllowed(), false));
        JsonNode response;
        try {
            response = read(way.execute(operation, question.variables(), ledger));
        } catch (Exception | StackOverflowError | AssertionError defect) {
            response = JSON.createObjectNode()
                    .put("thrown", root(defect).getClass().getName());
        }
        return of(response, ledger.summary());
    }

    /** Its class says enough: the machine leaves out messages and traces of what is thrown often. */
    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : root(cause);
    }

    private static JsonNode read(byte[] json) throws IOException {
        return JSON.readTree(json);
    }

    private static Outcome of(JsonNode response, Ledger.Summary summary) {
        List<String> plans = summary.estimates().stream()
                .map(CallEstimate::toString)
                .sorted()
                .toList();
        List<String> pages = response.has("errors")
                ? List.of()
                : summary.pages().stream()
                        .filter(page -> !page.list().equals("tags")) // Looked up once for a field, or for an object's.
                        .map(page -> page.list() + " at " + page.position() + " of " + page.size())
                        .sorted()
                        .toList();
        List<String> errors = StreamSupport.stream(response.path("errors").spliterator(), false)
                .map(Outcome::sorted)
                .sorted()
                .toList();
        List<String> rest = new ArrayList<>();
        response.fieldNames().forEachRemaining(name -> {
            if (!name.equals("data") && !name.equals("errors")) {
                rest.add(name + ": " + response.get(name));
            }
        });
        String data = response.has("data") ? response.get("data").toString() : "";
        return new Outcome(response, data, errors, String.join("\n", rest), plans, pages);
    }

    /** In which order an error's members come is no matter. */
    private static String sorted(JsonNode error) {
        return String.valueOf(JSON.convertValue(error, TreeMap.class));
    }

    /** Whether there is no telling which way it was. */
    boolean isSame(Outcome other) {
        return data.equals(other.data)
                && errors.equals(other.errors)
                && response.has("errors") == other.response.has("errors")
                && rest.equals(other.rest)
                && plans.equals(other.plans)
                && pages.equals(other.pages);
    }

    @Override
    public String toString() {
        return response + "\nplans: " + plans + "\npages: " + pages;
    }
}
