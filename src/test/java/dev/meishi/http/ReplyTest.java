package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.CodedError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Reply}: who is refused is told when to come back. */
class ReplyTest {

    @ParameterizedTest
    @CsvSource({"41, 503, 41", "0, 429, 0", "41, 400, 41", "41, 200, ", ", 503, "})
    void aRefusalWithAWaitSaysItInTheHeadToo(@Nullable Integer seconds, int status, @Nullable String header) {
        Map<String, ?> details = seconds == null ? Map.of() : Map.of("retryAfterSeconds", seconds);
        CodedError error = CodedError.of(ErrorCode.UPSTREAM_RATE_LIMITED, "Wait.", List.of(), details);

        assertThat(Reply.retryAfter(error, status)).isEqualTo(header);
    }
}
