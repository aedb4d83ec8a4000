package dev.meishi.failure;

/**
 * Every value {@code extensions.code} of an error can have. The set is closed: a code is added here and in
 * the table of errors-and-limits.md (a test holds the two together), never made up at the place of the error.
 */
public enum ErrorCode {
    BAD_REQUEST(false, "The request is not a GraphQL request; the message says what was found instead."),
    METHOD_NOT_ALLOWED(false, "The HTTP method is not allowed. Send queries with GET or POST, mutations with POST."),
    NOT_ACCEPTABLE(false, "The Accept header names no media type of a GraphQL response."),
    UNSUPPORTED_MEDIA_TYPE(false, "The Content-Type is not JSON in UTF-8."),
    CROSS_SITE_REQUEST(false, "A browser sent the request from another site; the message says what would allow it."),
    MISDIRECTED_REQUEST(false, "The gateway does not serve the requested host; the message names the setting."),
    REQUEST_TIMEOUT(true, "The body did not arrive within the configured time."),
    LIMIT_EXCEEDED(
            false,
            "The request exceeds a limit; limit, found and allowed in the extensions say which, and by how much."),
    GRAPHQL_PARSE_FAILED(false, "The document is not valid GraphQL syntax; the location says where parsing failed."),
    GRAPHQL_VALIDATION_FAILED(
            false, "The document does not match the schema; the message says what does not, the location where."),
    OPERATION_NOT_FOUND(
            false,
            "The document has no operation named in operationName, or has several and operationName is missing."),
    PERSISTED_QUERY_NOT_FOUND(
            false, "No document is stored under this hash or id. Send the document with it to store it."),
    PERSISTED_QUERY_NOT_SUPPORTED(
            false, "This installation does not store documents. Send the document with every request."),
    PERSISTED_QUERY_MISMATCH(false, "The document does not match the hash or id that was sent with it."),
    DOCUMENT_NOT_TRUSTED(
            false, "This installation executes only the documents of its manifests, and this is not one of them."),
    BAD_USER_INPUT(false, "The value of a variable does not match its type; the message names the variable."),
    INVALID_ARGUMENT(
            false, "An argument is out of range or contradicts another; the message names it and what was found."),
    INVALID_ID(false, "The id was not made by this gateway, or is of another type than asked for."),
    INVALID_CURSOR(false, "The cursor was not made by this gateway, or belongs to another filter or order."),
    CURSOR_STALE(
            false, "The entry of the cursor is gone, and its position cannot be found. Start again without a cursor."),
    RESULT_WINDOW_EXCEEDED(
            false,
            "The rank asked for lies beyond the 50,000 results LINE WORKS serves for one search; narrow the filter."),
    NOT_FOUND(false, "LINE WORKS has no such domain, member or object."),
    FEATURE_DISABLED(
            false,
            "The field is disabled in this installation, or a setting is missing; the message names the setting."),
    UPSTREAM_UNAUTHORIZED(false, "LINE WORKS rejected the gateway's credentials. Tell its operator."),
    UPSTREAM_FORBIDDEN(false, "LINE WORKS does not allow the gateway this call. Tell its operator."),
    UPSTREAM_REJECTED(false, "LINE WORKS rejected the request; upstreamCode and the message say why."),
    UPSTREAM_RATE_LIMITED(
            true,
            "The tenant's calls for this minute, or the client's share of them, are used up;"
                    + " retryAfterSeconds says how long to wait."),
    UPSTREAM_TIMEOUT(true, "LINE WORKS did not answer within the configured time."),
    UPSTREAM_UNAVAILABLE(
            true, "LINE WORKS could not be reached, closed the connection, or reported an internal error."),
    UPSTREAM_INVALID(true, "The answer of LINE WORKS cannot be read, or contradicts itself."),
    EXPORT_NOT_ALLOWED(false, "Clients of this class may not export lists. Ask the gateway's operator."),
    TOO_MANY_EXPORTS(true, "The maximum number of exports is running. Try again when one has ended."),
    OVERLOADED(
            true,
            "The gateway has too little free memory for the request. Wait for retryAfterSeconds, or select less at once."),
    OPERATION_TIMEOUT(true, "The operation exceeded its time limit; the answer has what was complete by then."),
    SHUTTING_DOWN(
            true, "This process of the gateway is shutting down. Send the request again; another process answers."),
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
