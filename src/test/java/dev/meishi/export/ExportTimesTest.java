package dev.meishi.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.execution.Execution;
import dev.meishi.execution.Executions;
import dev.meishi.execution.OperationResult;
import dev.meishi.ledger.Ledger;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.memory.Share;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** {@link Export}: what it does when, as its clock turns. */
class ExportTimesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TurnedTimers timers = new TurnedTimers();
    private final TakenResponse reader = new TakenResponse();
    private final Memory memory =
            new Memory(Map.of(Account.EXPORTS, Share.of("1M")), 1L << 30, new SimpleMeterRegistry());
    private final List<Ledger> asked = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final Export export = export();

    @Test
    void anExportThatWaitsForLineWorksSendsItsCheckpointEvery20Seconds() {
        export.begin(() -> {});
        timers.pass(Duration.ofSeconds(20).minusNanos(1));
        assertThat(reader.lines).isEmpty();

        timers.pass(SECOND);
        assertThat(reader.lines).containsExactly("{\"checkpoint\":\"before\",\"contacts\":0}");
        timers.pass(Duration.ofSeconds(60));
        assertThat(reader.lines).hasSize(4);
    }

    @Test
    void aReaderThatHasNotTakenWhatItWasGivenIsGivenNoMore() {
        export.begin(() -> {});
        reader.isReading = false;
        timers.pass(Duration.ofSeconds(70));

        assertThat(reader.lines).isEmpty();
        reader.read();
        assertThat(reader.lines).hasSize(1);
        assertThat(reader.isCutOff).isFalse();
    }

    @Test
    void aReaderThatTakesNothingForTheStallTimeoutIsCutOff() {
        export.begin(() -> {});
        reader.isReading = false;
        timers.pass(Duration.ofSeconds(20 + 119));
        assertThat(reader.isCutOff).isFalse();

        timers.pass(SECOND);
        assertThat(reader.isCutOff).isTrue();
    }

    @Test
    void anExportThatGoesOnForTooLongEndsWithItsCheckpointAndLeavesNoTimer() {
        export.begin(() -> ended.add("registration"));
        timers.pass(Duration.ofMinutes(30).minusNanos(1));
        assertThat(reader.isEnded).isFalse();

        timers.pass(SECOND);
        assertThat(reader.isEnded).isTrue();
        assertThat(reader.lines.get(reader.lines.size() - 1))
                .contains("OPERATION_TIMEOUT", "meishi.export.timeout", "\"checkpoint\":\"before\"");
        assertThat(ended).containsExactly("registration", "slot");
        assertThat(timers.running()).isZero();
    }

    @Test
    void aPageHasThePatienceOfItsSettingByTheClockOfTheExport() {
        export.begin(() -> {});
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).patience()).isEqualTo(Duration.ofMinutes(40));

        timers.pass(Duration.ofMinutes(3));
        assertThat(asked.get(0).patience()).isEqualTo(Duration.ofMinutes(37));
    }

    private Export export() {
        NdjsonResponse response =
                new NdjsonResponse(reader.request(), timers, new Throughput(1, Duration.ofMinutes(2)));
        return new Export(
                (after, ledger) -> page(ledger),
                new ExportQuery(Map.of(), "before"),
                response,
                timers,
                config(),
                memory.of(Account.EXPORTS).open(),
                () -> ended.add("slot"));
    }

    /** One that never comes. */
    private Execution page(Ledger ledger) {
        asked.add(ledger);
        return Executions.of(ledger, new CompletableFuture<OperationResult>());
    }

    private static ExportConfig config() {
        return new ExportConfig() {
            @Override
            public int maxConcurrentExports() {
                return 1;
            }

            @Override
            public Duration stallTimeout() {
                return Duration.ofMinutes(2);
            }

            @Override
            public MemorySize minThroughput() {
                return new MemorySize(BigInteger.ONE);
            }

            @Override
            public Duration timeout() {
                return Duration.ofMinutes(30);
            }

            @Override
            public Duration pageTimeout() {
                return Duration.ofMinutes(40);
            }
        };
    }
}
