package dev.meishi.graphql;

import java.util.Locale;

/** What a request may not have too much of. Its name in configuration, errors and logs is {@link #key()}. */
public enum Limit {
    BODY_BYTES("bytes in the body", "bytes of a request's body"),
    TOKENS("tokens", "tokens of a document: names, values and punctuators, without comments and white space"),
    NAME_LENGTH(
            "characters in a name",
            "characters of the longest name of a document: an alias comes back with every object of a list"),
    OPERATIONS(
            "operations",
            "operations of a document, the one that is executed and all others: each is validated with it"),
    DEPTH("levels of fields", "levels of fields within each other, fragments expanded"),
    FIELDS("fields", "fields of an operation, those of a fragment counted wherever it is spread"),
    ALIASES("aliases", "aliases of an operation, those of a fragment counted wherever it is spread"),
    ROOT_FIELDS("root fields", "fields at the top of an operation, fragments expanded"),
    DIRECTIVES("directives", "directives of an operation, those of a fragment counted wherever it is spread"),
    DUPLICATE_FIELDS(
            "repeated fields",
            "fields and fragments written again in the selection set that has them already, fragments expanded"),
    OPERATIONS_AT_ONCE("operations at once", "operations under way on one WebSocket"),
    COST("objects in its answer", "maximum objects of an answer, with the sizes of nested lists multiplied"),
    ANSWER_BYTES(
            "bytes in its answer",
            "maximum bytes of an answer: estimated from names and assumed lengths of values before execution, and counted while it is written"),
    UPSTREAM_CALLS(
            "calls to LINE WORKS to make",
            "calls to LINE WORKS that an operation may need beyond what is cached, as its fields estimate them");

    private final String unit;
    private final String description;

    Limit(String unit, String description) {
        this.unit = unit;
        this.description = description;
    }

    /**
     * The limit's name.
     *
     * @return in lower case, words joined by dashes
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Where it is set.
     *
     * @return a key of the configuration
     */
    public String setting() {
        return switch (this) {
            case UPSTREAM_CALLS -> "meishi.callers.<class>.max-upstream-calls";
            case OPERATIONS_AT_ONCE -> "meishi.limits.max-concurrent-operations";
            default -> "meishi.limits." + key();
        };
    }

    /**
     * What is counted, as it stands after a number.
     *
     * @return a plural noun
     */
    String unit() {
        return unit;
    }

    /**
     * What is counted, exactly.
     *
     * @return its text in the table of errors-and-limits.md
     */
    public String description() {
        return description;
    }
}
