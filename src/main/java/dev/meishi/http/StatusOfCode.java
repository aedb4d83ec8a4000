package dev.meishi.http;

import dev.meishi.failure.ErrorCode;

/** The HTTP status of what is refused where no GraphQL is spoken: the export and photos. */
public final class StatusOfCode {

    private StatusOfCode() {}

    /**
     * The status of a code.
     *
     * @param code of the refusal
     * @return of the 400s and 500s
     */
    public static int of(ErrorCode code) {
        return switch (code) {
            case CROSS_SITE_REQUEST, EXPORT_NOT_ALLOWED -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case INTERNAL -> 500;
            case UPSTREAM_UNAUTHORIZED, UPSTREAM_FORBIDDEN, UPSTREAM_REJECTED, UPSTREAM_INVALID -> 502;
            case UPSTREAM_RATE_LIMITED, UPSTREAM_UNAVAILABLE, TOO_MANY_EXPORTS, OVERLOADED, SHUTTING_DOWN -> 503;
            case UPSTREAM_TIMEOUT, OPERATION_TIMEOUT -> 504;
            default -> 400;
        };
    }
}
