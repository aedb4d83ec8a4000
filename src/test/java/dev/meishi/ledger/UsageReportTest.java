package dev.meishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@link UsageReport}: how old an answer is, and what it is made of. */
class UsageReportTest {

    private final Ledger ledger = new Ledger(OperationTerms.background(Duration.ofMinutes(1)));
    private final UsageReport usage = ledger.usage();

    @Test
    void whatCallsAloneAreUsedForHasNoAge() {
        usage.used(page(PageSource.CALL, 0));
        usage.used(page(PageSource.SHARED, 0));

        assertThat(usage.age()).isEmpty();
        assertThat(usage.areObjectsCached()).isFalse();
        assertThat(ledger.summary().shared()).isEqualTo(1);
        assertThat(ledger.summary().cached()).isZero();
    }

    @Test
    void anAnswerIsAsOldAsItsOldestPart() {
        usage.used(page(PageSource.CALL, 0));
        usage.used(page(PageSource.FRESH, 20));
        usage.used(page(PageSource.FRESH, 10));
        assertThat(usage.age()).contains(new UsageReport.Age(Duration.ofSeconds(20), false));

        usage.used(page(PageSource.STALE, 15));
        assertThat(usage.age()).contains(new UsageReport.Age(Duration.ofSeconds(20), true));
        assertThat(usage.areObjectsCached()).isTrue();
    }

    @Test
    void whatSomethingWasLookedUpInHasAnAgeButNoObjectsInTheAnswer() {
        usage.lookedUp(page(PageSource.STALE_IF_ERROR, 5));

        assertThat(usage.age()).contains(new UsageReport.Age(Duration.ofSeconds(5), true));
        assertThat(usage.areObjectsCached()).isFalse();
    }

    @Test
    void aHundredPagesAreRememberedAndAllAreCounted() {
        for (int i = 0; i < 150; i++) {
            usage.used(page(PageSource.FRESH, i));
        }
        usage.waited(Duration.ofSeconds(1));
        usage.waited(Duration.ofSeconds(2));

        assertThat(ledger.summary().pages()).hasSize(100);
        assertThat(ledger.summary().cached()).isEqualTo(150);
        assertThat(ledger.summary().waited()).isEqualTo(Duration.ofSeconds(3));
    }

    private static PageUse page(PageSource from, int seconds) {
        return new PageUse("contacts", 0, 500, from, Duration.ofSeconds(seconds));
    }
}
