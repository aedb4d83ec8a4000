package traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param kind of it
 * @param label what it is counted under, where it is no right answer
 * @param calls to LINE WORKS that it took
 * @param pages that it was made from
 * @param next the cursor of the next page, if there is one
 */
record Answer(
        Kind kind,
        String label,
        long calls,
        List<Page> pages,
        @Nullable String next) {

    /** Kinds, told apart by what they say of the instance. */
    enum Kind {
        /** Has all that was asked for. */
        RIGHT,
        /** Has an error with a code that is for the client to deal with: a quota, a limit, an overload. */
        REFUSED,
        /** Has no code, or that of a defect, or is not what was asked for. */
        WRONG,
        /** There was none. */
        NONE
    }

    /** A page of LINE WORKS: which, how old, and whether it was fetched for this answer. */
    record Page(String key, long age, boolean isCalled) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of a request that nobody answered. */
    static Answer none(String label) {
        return new Answer(Kind.NONE, label, 0, List.of(), null);
    }

    private static Answer wrong(String label) {
        return new Answer(Kind.WRONG, label, 0, List.of(), null);
    }

    /** Of an answer by HTTP. */
    static Answer of(Document document, int status, byte[] body) {
        JsonNode read;
        try {
            read = JSON.readTree(body);
        } catch (IOException notJson) {
            return wrong(status + ", not JSON");
        }
        JsonNode plan = read.path("extensions").path("plan");
        List<Page> pages = new ArrayList<>();
        for (JsonNode page : plan.path("pages")) {
            pages.add(new Page(
                    page.path("list").asText() + " " + page.path("position").asText() + " "
                            + page.path("size").asText(),
                    page.path("ageSeconds").asLong(),
                    page.path("from").asText().equals("CALL")));
        }
        long calls = plan.path("calls").path("made").asLong();
        if (read.path("errors").isEmpty()) {
            Optional<String> flaw = status == 200 && read.path("data").isObject()
                    ? document.flaw(read.path("data"))
                    : Optional.of(status + ", no GraphQL");
            return flaw.map(text -> new Answer(Kind.WRONG, text, calls, pages, null))
                    .orElseGet(() -> new Answer(Kind.RIGHT, "", calls, pages, next(read)));
        }
        String codes = read.path("errors").findValuesAsText("code").stream()
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
        boolean isCoded = !codes.isEmpty() && !codes.contains("INTERNAL");
        return new Answer(
                isCoded ? Kind.REFUSED : Kind.WRONG,
                codes.isEmpty() ? status + ", an error without a code" : codes,
                calls,
                pages,
                null);
    }

    private static @Nullable String next(JsonNode read) {
        JsonNode page = read.path("data").path("contacts").path("pageInfo");
        return page.path("hasNextPage").asBoolean() ? page.path("endCursor").textValue() : null;
    }
}
