package dev.meishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many calls of a {@link Room} one thing may make. */
class RoomTest {

    @ParameterizedTest
    @CsvSource({"60, 60, 45", "60, 61, 44", "10, 60, 0", "0, 0, 0", "2147483647, 2147483647, 1610612735"})
    void theLastQuarterOfAMinuteIsLeftToOthers(int now, int inAMinute, int shared) {
        assertThat(new Room(now, inAMinute, Duration.ZERO).shared()).isEqualTo(shared);
    }

    @ParameterizedTest
    @CsvSource({"60, 45", "1, 1", "2147483647, 1610612735"})
    void thereIsAlwaysACallInAMinute(int inAMinute, int shared) {
        assertThat(new Room(0, inAMinute, Duration.ZERO).sharedInAMinute()).isEqualTo(shared);
    }
}
