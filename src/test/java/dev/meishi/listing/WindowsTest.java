package dev.meishi.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link Windows}: every second of a span is in one window, the one that says so. */
class WindowsTest {

    private static final long WEEK = 7 * 24 * 3600L;

    @Test
    void everySecondOfASpanIsInTheOneWindowOfItsIndex() {
        for (long from = -9; from <= 9; from++) {
            for (long to = from; to <= from + 25; to++) {
                Windows windows = Windows.of(new Span(from, to), 7);
                long seconds = 0;
                for (long index = windows.first(); index <= windows.last(); index++) {
                    Span window = windows.window(index);
                    assertThat(window.to() - window.from()).isBetween(0L, 6L);
                    for (long second = window.from(); second <= window.to(); second++) {
                        assertThat(windows.indexOf(second)).isEqualTo(index);
                        assertThat(new Span(from, to).has(second)).isTrue();
                        seconds++;
                    }
                }
                assertThat(seconds).isEqualTo(to - from + 1);
                assertThat(windows.has(windows.first() - 1)).isFalse();
                assertThat(windows.has(windows.last() + 1)).isFalse();
            }
        }
    }

    @Test
    void alignedWindowsLieWhereTheyLieWhateverIsAskedFor() {
        Windows one = Windows.aligned(new Span(100 * WEEK + 5, 105 * WEEK), WEEK);
        Windows other = Windows.aligned(new Span(90 * WEEK, 101 * WEEK + 77), WEEK);

        assertThat(one.window(101)).isEqualTo(other.window(101)).isEqualTo(new Span(101 * WEEK, 102 * WEEK - 1));
        assertThat(one.first()).isEqualTo(100);
        assertThat(one.last()).isEqualTo(105);
    }

    @Test
    void eightDaysAreTwoWindowsAndTenYears522() {
        assertThat(Windows.of(new Span(0, 8 * 24 * 3600L), WEEK).count()).isEqualTo(2);
        assertThat(Windows.of(new Span(0, 3652 * 24 * 3600L), WEEK).count()).isEqualTo(522);
    }
}
