package dev.meishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** {@link Ledger}: how long an operation may still wait, as its clock turns. */
class LedgerTest {

    @Test
    void patienceIsWhatIsLeftOfTheDeadlineHoweverTheClockCounts() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
        Ledger ledger = Ledger.admitted(OperationTerms.background(Duration.ofSeconds(2)), now::get);
        assertThat(ledger.patience()).isEqualTo(Duration.ofSeconds(2));

        now.addAndGet(Duration.ofMillis(1_500).toNanos());
        assertThat(ledger.patience()).isEqualTo(Duration.ofMillis(500));
        now.addAndGet(Duration.ofMillis(501).toNanos());
        assertThat(ledger.patience()).isEqualTo(Duration.ofMillis(-1));
        assertThat(ledger.began()).isEqualTo(Long.MAX_VALUE - 5);
    }
}
