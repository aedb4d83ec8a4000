package dev.meishi.spec;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One call to LINE WORKS and its answer. A page writes the answer out, or lists numbered contacts where it takes many:
 * {@code - contacts 0 to 499, next page 2}. Contact n of those has the id n and was created n minutes into the year 2020,
 * UTC; they may be listed downwards.
 *
 * @param request method, path and query as sent
 * @param form the request's body, empty for none
 * @param status of the answer
 * @param headers of the answer
 * @param delayMillis before the answer
 * @param body of the answer
 * @param times how often the call is expected
 */
record Exchange(
        String request, String form, int status, Map<String, String> headers, int delayMillis, String body, int times) {

    private static final Pattern REQUEST = Pattern.compile("(GET|POST) /\\S*");
    private static final Pattern FORM = Pattern.compile("form `(.*)`");
    private static final Pattern STATUS = Pattern.compile("answers (\\d{3})");
    private static final Pattern HEADER = Pattern.compile("header `([^:]+): (.*)`");
    private static final Pattern DELAY = Pattern.compile("after (\\d+) ms");
    private static final Pattern TIMES = Pattern.compile("called (\\d+) times");
    private static final Pattern CONTACTS = Pattern.compile("contacts (\\d+) to (\\d+)(?:, next page (\\d+))?");

    private static final Instant NUMBERED_FROM = Instant.parse("2020-01-01T00:00:00Z");

    /** What a heading of a page stands for. */
    static Exchange of(String heading) {
        if (!REQUEST.matcher(heading).matches()) {
            throw new IllegalArgumentException("not a request: " + heading);
        }
        return new Exchange(heading, "", 200, Map.of("Content-Type", "application/json;charset=UTF-8"), 0, "", 1);
    }

    /** This exchange with one of the details that a page lists below a heading. */
    Exchange with(String detail) {
        Matcher contacts = CONTACTS.matcher(detail);
        if (contacts.matches()) {
            return answering(numbered(
                    Integer.parseInt(contacts.group(1)), Integer.parseInt(contacts.group(2)), contacts.group(3)));
        }
        for (Pattern pattern : List.of(FORM, STATUS, HEADER, DELAY, TIMES)) {
            Matcher matcher = pattern.matcher(detail);
            if (matcher.matches()) {
                return with(pattern, matcher);
            }
        }
        throw new IllegalArgumentException("a detail that means nothing: " + detail);
    }

    private Exchange with(Pattern pattern, Matcher detail) {
        String value = detail.group(1);
        if (pattern == FORM) {
            return new Exchange(request, value, status, headers, delayMillis, body, times);
        }
        if (pattern == STATUS) {
            return new Exchange(request, form, Integer.parseInt(value), headers, delayMillis, body, times);
        }
        if (pattern == HEADER) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(value, detail.group(2));
            return new Exchange(request, form, status, more, delayMillis, body, times);
        }
        return pattern == DELAY
                ? new Exchange(request, form, status, headers, Integer.parseInt(value), body, times)
                : new Exchange(request, form, status, headers, delayMillis, body, Integer.parseInt(value));
    }

    Exchange answering(String text) {
        return new Exchange(request, form, status, headers, delayMillis, text, times);
    }

    private static String numbered(int first, int last, @Nullable String nextPage) {
        int step = first <= last ? 1 : -1;
        String contacts = IntStream.rangeClosed(0, Math.abs(last - first))
                .map(i -> first + i * step)
                .mapToObj(n -> "{\"resourceId\": \"%d\", \"creationTime\": \"%s\"}"
                        .formatted(n, NUMBERED_FROM.plus(n, ChronoUnit.MINUTES)))
                .collect(Collectors.joining(",\n"));
        return "{\"contacts\": [\n" + contacts + "\n]" + (nextPage == null ? "" : ", \"nextPage\": " + nextPage) + "}";
    }

    /** The stub that answers this call and no other. */
    MappingBuilder stub() {
        ResponseDefinitionBuilder answer =
                aResponse().withStatus(status).withBody(body).withFixedDelay(delayMillis);
        headers.forEach(answer::withHeader);
        return requestMatching(request -> MatchResult.of(isOf(request))).willReturn(answer);
    }

    /** Whether this is what was asked; a parameter that a page writes as {@code *} may be anything. */
    boolean isOf(Request asked) {
        String[] wanted = call().split("&", -1);
        String[] given = callOf(asked).split("&", -1);
        return wanted.length == given.length
                && IntStream.range(0, given.length)
                        .allMatch(i -> wanted[i].endsWith("=*")
                                ? given[i].startsWith(wanted[i].substring(0, wanted[i].length() - 1))
                                : given[i].equals(wanted[i]));
    }

    /** The calls this exchange stands for. */
    List<String> calls() {
        return Collections.nCopies(times, call());
    }

    String call() {
        return sortedCall(request, form);
    }

    /** A request in the words of a page, its parameters sorted, as their order means nothing. */
    static String callOf(Request request) {
        return sortedCall(request.getMethod() + " " + request.getUrl(), request.getBodyAsString());
    }

    private static String sortedCall(String request, String form) {
        int query = request.indexOf('?');
        String line = query < 0 ? request : request.substring(0, query + 1) + sorted(request.substring(query + 1));
        return form.isEmpty() ? line : line + " form " + sorted(form);
    }

    private static String sorted(String parameters) {
        return Arrays.stream(parameters.split("&", -1)).sorted().collect(Collectors.joining("&"));
    }
}
