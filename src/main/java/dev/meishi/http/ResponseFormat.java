package dev.meishi.http;

import io.vertx.ext.web.MIMEHeader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two media types a GraphQL response can have, and how a caller's {@code Accept} chooses (RFC 9110, 12.5.1). */
enum ResponseFormat {
    /** For callers that do not say otherwise: a well-formed request is answered 200 whatever its result. */
    JSON("application", "json"),
    /** The status tells a refused request (4xx) from an executed one (200). */
    GRAPHQL_RESPONSE("application", "graphql-response+json");

    private final String type;
    private final String subtype;

    ResponseFormat(String type, String subtype) {
        this.type = type;
        this.subtype = subtype;
    }

    /** The value of {@code Content-Type}. */
    String contentType() {
        return type + "/" + subtype + "; charset=utf-8";
    }

    /**
     * The format a caller likes best.
     *
     * @param accepted the media ranges of its {@code Accept}; empty if it has none
     * @return of several liked the same, the newer one if it is named, {@code application/json} if only ranges match;
     *     null if none is acceptable
     */
    static @Nullable ResponseFormat of(List<MIMEHeader> accepted) {
        if (accepted.isEmpty()) {
            return JSON;
        }
        Preference json = JSON.preference(accepted);
        Preference graphql = GRAPHQL_RESPONSE.preference(accepted);
        if (json.weight() <= 0 && graphql.weight() <= 0) {
            return null;
        }
        if (json.weight() != graphql.weight()) {
            return json.weight() > graphql.weight() ? JSON : GRAPHQL_RESPONSE;
        }
        return graphql.specificity() >= 2 ? GRAPHQL_RESPONSE : JSON;
    }

    /**
     * Whether a caller would rather have a page than either format, as a browser does that opens an address.
     *
     * @param accepted the media ranges of its {@code Accept}
     */
    static boolean isPagePreferred(List<MIMEHeader> accepted) {
        float page = 0;
        for (MIMEHeader range : accepted) {
            float weight = range.weight(); // A range is parsed for that; before, it has no parts.
            if (range.component().equalsIgnoreCase("text")
                    && range.subComponent().equalsIgnoreCase("html")) {
                page = weight;
            }
        }
        return page > JSON.preference(accepted).weight()
                && page > GRAPHQL_RESPONSE.preference(accepted).weight();
    }

    /** Whether a caller takes this format, if not as the one that it likes best. */
    boolean isAccepted(List<MIMEHeader> accepted) {
        return accepted.isEmpty() ? this == JSON : preference(accepted).weight() > 0;
    }

    /** The matching range that is most specific decides, 0 being a refusal. */
    private Preference preference(List<MIMEHeader> accepted) {
        Preference best = new Preference(-1, 0);
        for (MIMEHeader range : accepted) {
            int specificity = specificity(range);
            if (specificity > best.specificity()) {
                best = new Preference(specificity, range.weight());
            }
        }
        return best;
    }

    /** 0 for any type, 1 for any subtype, 2 for this very one, 3 with the charset that it has; -1 if it is another. */
    private int specificity(MIMEHeader range) {
        String charset = charset(range);
        if (charset != null && !RequestType.isUtf8(charset)) {
            return -1;
        }
        if (range.component().equals("*") && range.subComponent().equals("*")) {
            return 0;
        }
        if (!range.component().toLowerCase(Locale.ROOT).equals(type)) {
            return -1;
        }
        if (range.subComponent().equals("*")) {
            return 1;
        }
        if (!range.subComponent().toLowerCase(Locale.ROOT).equals(subtype)) {
            return -1;
        }
        return charset == null ? 2 : 3;
    }

    private static @Nullable String charset(MIMEHeader range) {
        for (var parameter : range.parameters().entrySet()) {
            if (parameter.getKey().equalsIgnoreCase("charset")) {
                return parameter.getValue().replace("\"", "");
            }
        }
        return null;
    }

    private record Preference(int specificity, float weight) {}
}
