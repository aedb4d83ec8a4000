package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Docs;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.CodedError;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of statuses in http.md is what requests are refused with. */
class StatusTableTest {

    private static final Pattern ROW = Pattern.compile(
            "^\\| (\\d{3})(, in `application/json` (\\d{3}))? \\| (`[A-Z_]+`.*) \\|$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([A-Z_]+)`( of `body-bytes`)?");

    @Test
    void everyRowIsTrue() throws IOException {
        List<MatchResult> rows = ROW.matcher(Docs.all()).results().toList();

        assertThat(rows).hasSizeGreaterThan(7).allSatisfy(row -> {
            int strict = Integer.parseInt(row.group(1));
            int lenient = row.group(3) == null ? strict : Integer.parseInt(row.group(3));
            assertThat(CODE.matcher(row.group(4)).results().toList())
                    .isNotEmpty()
                    .allSatisfy(code -> {
                        CodedError error = error(code);
                        assertThat(Status.of(error, ResponseFormat.GRAPHQL_RESPONSE))
                                .isEqualTo(strict);
                        assertThat(Status.of(error, ResponseFormat.JSON)).isEqualTo(lenient);
                    });
        });
    }

    private static CodedError error(MatchResult code) {
        Map<String, String> details = code.group(2) == null ? Map.of() : Map.of("limit", "body-bytes");
        return CodedError.of(ErrorCode.valueOf(code.group(1)), "refused", List.of(), details);
    }
}
