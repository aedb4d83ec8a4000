package dev.meishi.failure;

/**
 * Every value {@code extensions.code} of an error can have. The set is closed: a code is added here and in
 * the table of errors-and-limits.md (a test holds the two together), never made up at the place of the error.
 */
public enum ErrorCode {
    BAD_REQUEST(false, "The request is not a GraphQL request; the message says what was found instead."),
    METHOD_NOT_ALLOWED(false, "The HTTP method is not allowed; send queries by GET or POST, mutations by POST."),
    NOT_ACCEPTABLE(false, "The Accept header allows no media type in which answers are sent."),
    UNSUPPORTED_MEDIA_TYPE(false, "The body is not declared as JSON in UTF-8."),
    CROSS_SITE_REQUEST(
            false, "A browser sends the request for a site that is not allowed; the message says what would allow it."),
    MISDIRECTED_REQUEST(
            false, "The request is for a host that this gateway does not serve; the message names the setting."),
    REQUEST_TIMEOUT(true, "The body did not arrive within the configured time."),
    LIMIT_EXCEEDED(
            false,
            "The request is over a limit; limit, found and allowed in the extensions say which, and by how much."),
    GRAPHQL_PARSE_FAILED(false, "The document is not valid GraphQL; the location says where parsing failed."),
    GRAPHQL_VALIDATION_FAILED(
            false, "The document does not match the schema; the message says what does not, the location where."),
    OPERATION_NOT_FOUND(
            false,
            "No operation of the document has the name in operationName, or that is missing where there are several."),
    PERSISTED_QUERY_NOT_FOUND(
            false, "No document is stored under this hash or id; send the document with it to store it."),
    PERSISTED_QUERY_NOT_SUPPORTED(
            false, "This installation stores no documents; send the document with every request."),
    PERSISTED_QUERY_MISMATCH(false, "The document does not match the hash or id sent with it."),
    DOCUMENT_NOT_TRUSTED(
            false, "This installation executes only documents of its manifests, and this is not one of them."),
    BAD_USER_INPUT(false, "The value of a variable does not match its type; the message names the variable."),
    INVALID_ARGUMENT(
            false, "An argument is out of range or contradicts another; the message names it and what was found."),
    INVALID_ID(false, "The id was not issued by this gateway, or is of another type than requested."),
    INVALID_CURSOR(false, "The cursor was not issued by this gateway, or belongs to another filter, order or view."),
    CURSOR_STALE(
            false,
            "What the cursor pointed at is gone, and its position can no longer be determined; start the list without a cursor."),
    RESULT_WINDOW_EXCEEDED(
            false,
            "The requested rank lies beyond the 50,000 results that LINE WORKS serves for one search; narrow the filter."),
    NOT_FOUND(false, "LINE WORKS knows no such domain, member or object."),
    FEATURE_DISABLED(
            false,
            "The field or argument is switched off, lacks a setting, or is not possible with the LINE WORKS API"
                    + " of this installation; the message says what to do."),
    UPSTREAM_UNAUTHORIZED(false, "LINE WORKS did not accept the gateway's credentials; a matter for its operator."),
    UPSTREAM_FORBIDDEN(false, "LINE WORKS does not allow the gateway this call; a matter for its operator."),
    UPSTREAM_REJECTED(false, "LINE WORKS refused the request as such; upstreamCode and the message say why."),
    UPSTREAM_RATE_LIMITED(
            true,
            "The tenant's quota for this minute, or the client's share of it, is used up;"
                    + " retryAfterSeconds says how long to wait."),
    UPSTREAM_TIMEOUT(true, "LINE WORKS did not answer within the configured time."),
    UPSTREAM_UNAVAILABLE(true, "LINE WORKS could not be reached, broke off, or reported an error of its own."),
    UPSTREAM_INVALID(true, "LINE WORKS sent an answer that cannot be parsed or contradicts itself."),
    EXPORT_NOT_ALLOWED(false, "Clients of this class may not export lists; a matter for the gateway's operator."),
    TOO_MANY_EXPORTS(true, "The maximum number of exports is already running; start again when one has ended."),
    OVERLOADED(true, "The gateway has no memory for the request now; wait for retryAfterSeconds, or request less."),
    OPERATION_TIMEOUT(true, "The operation exceeded its time limit; the answer has what was available by then."),
    SHUTTING_DOWN(true, "This gateway process is shutting down; send the request again, another process answers it."),
    INTERNAL(false, "A defect of the gateway; its log has the cause.");

    private final boolean retryable;
    private final String description;

    ErrorCode(boolean retryable, String description) {
        this.retryable = retryable;
        this.description = description;
    }

    /**
     * Whether the same request may succeed later without any change to it.
     *
     * @return what {@code extensions.retryable} says
     */
    public boolean isRetryable() {
        return retryable;
    }

    /**
     * What the code means, in one sentence for a caller.
     *
     * @return its text in the table of errors-and-limits.md
     */
    public String description() {
        return description;
    }
}
