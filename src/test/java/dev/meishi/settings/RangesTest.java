package dev.meishi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link Ranges}: both ends are allowed, what is beyond them is reported with the range and what was found. */
class RangesTest {

    private final List<String> mistakes = new ArrayList<>();

    private final Ranges ranges = Ranges.of("meishi.test", (key, text) -> mistakes.add(key + " " + text));

    @Test
    void bothEndsAreAllowed() {
        ranges.atLeast("number", 1, 1)
                .atMost("number", 1_000, 1_000)
                .share("share", 1)
                .share("share", Double.MIN_VALUE)
                .within("time", Ranges.MILLISECOND, Ranges.MILLISECOND, Ranges.DAY)
                .within("time", Ranges.DAY, Ranges.MILLISECOND, Ranges.DAY);

        assertThat(mistakes).isEmpty();
    }

    @Test
    void numbersBeyondAreReported() {
        ranges.atLeast("number", 0, 1)
                .atMost("number", 1_001, 1_000)
                .share("share", 0)
                .share("share", 1.1)
                .share("share", Double.NaN);

        assertThat(mistakes)
                .containsExactly(
                        "meishi.test.number must be at least 1, found 0",
                        "meishi.test.number must be at most 1000, found 1001",
                        "meishi.test.share must be more than 0, found 0.0",
                        "meishi.test.share must be at most 1, found 1.1",
                        "meishi.test.share must be more than 0, found NaN");
    }

    @Test
    void durationsBeyondAreReportedInWords() {
        Duration year = Duration.ofDays(365);
        ranges.atLeast("time", Duration.ofNanos(-1), Duration.ZERO)
                .within("time", Duration.ZERO, Ranges.MILLISECOND, Ranges.DAY)
                .within("time", Duration.ofDays(2), Ranges.MILLISECOND, Ranges.DAY)
                .atLeast("time", Duration.ofMillis(999), Duration.ofSeconds(1))
                .atMost("time", year.plusSeconds(1), year);

        assertThat(mistakes)
                .containsExactly(
                        "meishi.test.time must be at least 0, found PT-0.000000001S",
                        "meishi.test.time must be at least 1 millisecond, found PT0S",
                        "meishi.test.time must be at most 1 day, found PT48H",
                        "meishi.test.time must be at least 1 second, found PT0.999S",
                        "meishi.test.time must be at most 365 days, found PT8760H1S");
    }
}
