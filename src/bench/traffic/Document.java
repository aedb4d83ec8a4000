package traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is asked, how often, and what is true of each right answer, whoever's contacts they are. All of them only read, and
 * ask for the same pages over and over, so that a gateway answers most from its cache.
 */
enum Document {
    TYPE(2, "{ __typename }", 0),
    SHORT(4, """
            query LoadShort($first: Int!, $after: String) {
              contacts(first: $first, after: $after) {
                edges { cursor node { id name { full } modificationTime } }
                pageInfo { hasNextPage endCursor }
              }
            }""", 20),
    NEXT(2, SHORT.query.replace("LoadShort", "LoadNext"), 20),
    LONG(2, """
            query LoadLong($first: Int!, $after: String) {
              contacts(first: $first, after: $after) {
                edges { cursor node {
                  id
                  name { full }
                  emails { address }
                  phones { value }
                  organizations { name department title }
                  tags { name }
                } }
                pageInfo { hasNextPage endCursor }
              }
            }""", 100);

    private final int share;
    private final String query;
    private final int first;

    Document(int share, String query, int first) {
        this.share = share;
        this.query = query;
        this.first = first;
    }

    /** The mix: each as often as its share. */
    static List<Document> mix(boolean isNextThere) {
        return Stream.of(values())
                .filter(document -> document != NEXT || isNextThere)
                .flatMap(document -> Stream.generate(() -> document).limit(document.share))
                .toList();
    }

    String query() {
        return query;
    }

    /** Contacts of a page; 0 if none are asked for. */
    int first() {
        return first;
    }

    /**
     * What is wrong with an answer's data.
     *
     * @param data of an answer without errors
     * @return empty if nothing is
     */
    Optional<String> flaw(JsonNode data) {
        if (this == TYPE) {
            return flawUnless(data.path("__typename").asText().equals("Query"), "__typename is not Query");
        }
        JsonNode edges = data.path("contacts").path("edges");
        JsonNode page = data.path("contacts").path("pageInfo");
        if (!edges.isArray() || !page.path("hasNextPage").isBoolean()) {
            return Optional.of("no list of contacts");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode edge : edges) {
            if (!edge.path("cursor").isTextual()
                    || !edge.path("node").path("id").isTextual()) {
                return Optional.of("an edge without cursor or contact");
            }
            ids.add(edge.path("node").path("id").asText());
        }
        if (edges.size() > first || ids.size() < edges.size()) {
            return Optional.of("more contacts than asked for, or one twice");
        }
        return flawUnless(
                !page.path("hasNextPage").asBoolean() || page.path("endCursor").isTextual(),
                "a next page without a cursor to it");
    }

    private static Optional<String> flawUnless(boolean isWell, String flaw) {
        return isWell ? Optional.empty() : Optional.of(flaw);
    }
}
