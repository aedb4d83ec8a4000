package dev.meishi.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link ErrorCode}: every code reads like the others. */
class ErrorCodeTest {

    @ParameterizedTest
    @EnumSource
    void namesAreUpperSnakeCase(ErrorCode code) {
        assertThat(code.name()).matches("[A-Z]+(_[A-Z]+)*");
    }

    @ParameterizedTest
    @EnumSource
    void descriptionsAreOneSentenceWithAFullStop(ErrorCode code) {
        assertThat(code.description())
                .matches("[A-Z][^.]*\\.")
                .isEqualTo(code.description().strip());
    }

    @Test
    void descriptionsDiffer() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::description))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void whatACallerOrAnOperatorMustChangeIsNotWorthTryingAgain(ErrorCode code) {
        boolean isRetryable = switch (code) {
            case REQUEST_TIMEOUT,
                    TOO_MANY_EXPORTS,
                    SHUTTING_DOWN,
                    UPSTREAM_RATE_LIMITED,
                    UPSTREAM_TIMEOUT,
                    UPSTREAM_UNAVAILABLE,
                    UPSTREAM_INVALID,
                    OVERLOADED,
                    OPERATION_TIMEOUT -> true;
            default -> false;
        };
        assertThat(code.isRetryable()).isEqualTo(isRetryable);
    }

    @Test
    void aFailureSaysWhatItWasGivenAndHasNoStackTrace() {
        Failure failure = new Failure(ErrorCode.NOT_FOUND, "No such domain.");

        assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(failure).hasMessage("No such domain.").hasNoCause();
        assertThat(failure.upstreamCode()).isNull();
        assertThat(failure.retryAfter()).isNull();
        assertThat(failure.getStackTrace()).isEmpty();
    }

    @Test
    void whatALogShowsOfAFailureQuotesNeitherLineWorksNorAnArgument() {
        Failure rejected =
                new Failure(ErrorCode.UPSTREAM_REJECTED, "LINE WORKS refused the call.").worded("It wrote this.");
        Failure invalid = new Failure(ErrorCode.INVALID_ARGUMENT, "number must be one, found 'a name'.");

        assertThat(rejected).hasToString("UPSTREAM_REJECTED: LINE WORKS refused the call.");
        assertThat(invalid).hasToString("INVALID_ARGUMENT");
    }
}
