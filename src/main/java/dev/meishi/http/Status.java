package dev.meishi.http;

import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.Limit;
import graphql.GraphQLError;

/**
 * The HTTP status of a request that is refused (GraphQL over HTTP, section 6.4). What is wrong with the HTTP of a
 * request has its own status in both formats; what is wrong with its GraphQL is 400, and 200 in {@code application/json}.
 */
final class Status {

    static final int OK = 200;
    static final int NO_CONTENT = 204;
    static final int FOUND = 302;
    static final int NOT_MODIFIED = 304;
    static final int METHOD_NOT_ALLOWED = 405;

    private Status() {}

    /**
     * The status for a refusal.
     *
     * @param error the first of its errors
     * @param format of the response
     * @return a status of the 200s to 500s
     */
    static int of(GraphQLError error, ResponseFormat format) {
        ErrorCode code = ErrorCode.valueOf(String.valueOf(error.getExtensions().get("code")));
        return switch (code) {
            case BAD_REQUEST, PERSISTED_QUERY_MISMATCH -> 400;
            case CROSS_SITE_REQUEST -> 403;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case REQUEST_TIMEOUT -> 408;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case MISDIRECTED_REQUEST -> 421;
            case INTERNAL -> 500;
            case OVERLOADED, SHUTTING_DOWN -> 503;
            case LIMIT_EXCEEDED -> isBody(error) ? 413 : ofDocument(format);
            default -> ofDocument(format);
        };
    }

    private static int ofDocument(ResponseFormat format) {
        return format == ResponseFormat.JSON ? OK : 400;
    }

    private static boolean isBody(GraphQLError error) {
        return Limit.BODY_BYTES.key().equals(error.getExtensions().get("limit"));
    }
}
