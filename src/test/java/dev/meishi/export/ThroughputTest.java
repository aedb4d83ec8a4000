package dev.meishi.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@link Throughput}: which readers are too slow. */
class ThroughputTest {

    private static final long SECOND = 1_000_000_000L;

    /** 1,000 bytes a minute, judged every 30 seconds: 500 bytes. */
    private final Throughput throughput = new Throughput(1_000, Duration.ofSeconds(30));

    private long now = -5 * SECOND;

    @Test
    void whoTakesTheFloorInEachWindowGoesOn() {
        for (int window = 0; window < 10; window++) {
            throughput.gave(500);
            assertThat(isTooLowAfter(30)).isFalse();
        }
    }

    @Test
    void whoTakesLessIsTooSlowHoweverSteadily() {
        throughput.gave(500);
        assertThat(isTooLowAfter(30)).isFalse();
        for (int second = 0; second < 29; second++) {
            throughput.gave(16);
            assertThat(isTooLowAfter(1)).isFalse();
        }
        throughput.gave(16);
        assertThat(isTooLowAfter(1)).isTrue();
    }

    @Test
    void onlyWaitingCounts() {
        for (int i = 0; i < 29; i++) {
            assertThat(isTooLowAfter(1)).isFalse();
            now += 3_600 * SECOND;
        }
        assertThat(throughput.left()).isEqualTo(Duration.ofSeconds(1));
        assertThat(isTooLowAfter(1)).isTrue();
    }

    @Test
    void whoTakesNothingIsTooSlowForAnyFloor() {
        Throughput none = new Throughput(0, Duration.ofSeconds(30));
        none.gave(1);
        none.waits(0);
        assertThat(none.isTooLow(30 * SECOND)).isFalse();
        assertThat(none.left()).isEqualTo(Duration.ofSeconds(30));
        assertThat(none.isTooLow(60 * SECOND)).isTrue();
    }

    /** Waits some seconds for the reader, and judges. */
    private boolean isTooLowAfter(int seconds) {
        throughput.waits(now);
        now += seconds * SECOND;
        return throughput.isTooLow(now);
    }
}
