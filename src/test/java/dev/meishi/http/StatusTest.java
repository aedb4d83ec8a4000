package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.CodedError;
import dev.meishi.graphql.Limit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link Status}: every code has a status in each of the two formats, and this is which. */
class StatusTest {

    @ParameterizedTest
    @EnumSource
    void everyCodeHasItsStatus(ErrorCode code) {
        int status = switch (code) {
            case BAD_REQUEST, PERSISTED_QUERY_MISMATCH -> 400;
            case CROSS_SITE_REQUEST -> 403;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case REQUEST_TIMEOUT -> 408;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case MISDIRECTED_REQUEST -> 421;
            case INTERNAL -> 500;
            case OVERLOADED, SHUTTING_DOWN -> 503;
            case GRAPHQL_PARSE_FAILED,
                    GRAPHQL_VALIDATION_FAILED,
                    OPERATION_NOT_FOUND,
                    LIMIT_EXCEEDED,
                    PERSISTED_QUERY_NOT_FOUND,
                    PERSISTED_QUERY_NOT_SUPPORTED,
                    DOCUMENT_NOT_TRUSTED,
                    BAD_USER_INPUT,
                    INVALID_ARGUMENT,
                    INVALID_ID,
                    INVALID_CURSOR,
                    CURSOR_STALE,
                    RESULT_WINDOW_EXCEEDED,
                    NOT_FOUND,
                    FEATURE_DISABLED,
                    UPSTREAM_UNAUTHORIZED,
                    UPSTREAM_FORBIDDEN,
                    UPSTREAM_REJECTED,
                    UPSTREAM_RATE_LIMITED,
                    UPSTREAM_TIMEOUT,
                    UPSTREAM_UNAVAILABLE,
                    UPSTREAM_INVALID,
                    OPERATION_TIMEOUT,
                    EXPORT_NOT_ALLOWED,
                    TOO_MANY_EXPORTS -> 200;
        };

        assertThat(Status.of(error(code, Map.of()), ResponseFormat.JSON)).isEqualTo(status);
        assertThat(Status.of(error(code, Map.of()), ResponseFormat.GRAPHQL_RESPONSE))
                .isEqualTo(status == 200 ? 400 : status);
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatIsTooLargeHasAStatusOfItsOwn(Limit limit) {
        CodedError error = error(ErrorCode.LIMIT_EXCEEDED, Map.of("limit", limit.key()));
        boolean isBody = limit == Limit.BODY_BYTES;

        assertThat(Status.of(error, ResponseFormat.JSON)).isEqualTo(isBody ? 413 : 200);
        assertThat(Status.of(error, ResponseFormat.GRAPHQL_RESPONSE)).isEqualTo(isBody ? 413 : 400);
    }

    private static CodedError error(ErrorCode code, Map<String, ?> details) {
        return CodedError.of(code, "Something.", List.of(), details);
    }
}
