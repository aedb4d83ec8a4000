package dev.meishi.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateWindowTest {

    @Test
    void theRateLimitsMinuteStartsWithItsFirstCall() {
        RateWindow window = new RateWindow(1);

        assertThat(window.take(5_000).isExceeded()).isFalse();
        assertThat(window.take(64_999)).isEqualTo(new RateWindow.Quota(1, 2, 1));
        assertThat(window.take(65_000)).isEqualTo(new RateWindow.Quota(1, 1, 60));
    }
}
