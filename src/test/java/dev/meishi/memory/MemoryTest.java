package dev.meishi.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Memory}: parts that fit, reservations that end, and refusals that say what there is. */
class MemoryTest {

    private static final long HEAP = 160L << 20;
    private static final int ALLOWED = 1_000_000;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Memory memory = memory(Map.of(Account.ANSWERS, Share.of(String.valueOf(ALLOWED))));
    private final Budget answers = memory.of(Account.ANSWERS);

    @ParameterizedTest
    @CsvSource({
        "64M, 67108864",
        "64m, 67108864",
        "100, 100",
        "3K, 3072",
        "1G, 1073741824",
        "20%, 33554432",
        "2.5%, 4194304"
    })
    void anAmountIsBytesOrAShareOfTheHeap(String text, long bytes) {
        assertThat(Share.of(text).bytes(HEAP)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "-1", "101%", "%", "1.5M", "20 %", "64MB", "a"})
    void anythingElseIsRefusedWithWhatWasFound(String text) {
        assertThatThrownBy(() -> Share.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64M")
                .hasMessageContaining("20%")
                .hasMessageContaining(text);
    }

    @Test
    void partsThatDoNotFitTheHeapAreRefusedByKeyWithWhatWasFoundAndWhatIsAllowed() {
        Map<Account, Share> shares = new EnumMap<>(Map.of(
                Account.PAGES, Share.of("64M"), Account.ANSWERS, Share.of("25%"), Account.BODIES, Share.of("20M")));

        assertThat(MemoryCheck.mistake(shares, HEAP))
                .contains("at most 120.0 MiB together", "found 124.0")
                .contains("meishi.page-cache.memory=64M is 64.0")
                .contains("meishi.memory.answers=25% is 40.0")
                .contains("-Xmx");
    }

    @ParameterizedTest
    @ValueSource(longs = {64L << 20, 154_140_672L, 160L << 20, 512L << 20, 6L << 30})
    void sharesOfThreeQuartersFitEveryHeap(long heap) {
        Map<Account, Share> shares = new EnumMap<>(Map.of(
                Account.PAGES, Share.of("15%"), Account.ANSWERS, Share.of("25%"), Account.BODIES, Share.of("35%")));

        assertThat(MemoryCheck.mistake(shares, heap)).isNull();
        assertThat(new Memory(shares, heap, registry).of(Account.ANSWERS).allowed())
                .isEqualTo(heap / 4);
    }

    @Test
    void whatIsReservedIsGivenBackOnceHoweverOftenItIsClosed() {
        Reservation reservation = answers.open();
        reservation.atLeast(100_000);
        reservation.atLeast(50_000);
        assertThat(answers.used()).isEqualTo(100_000);

        reservation.atMost(60_000);
        assertThat(answers.used()).isEqualTo(60_000);

        reservation.close();
        reservation.close();
        assertThat(answers.used()).isZero();
        assertThat(reservation.tryAtLeast(1)).as("after its end").isFalse();
    }

    @Test
    void whatThereIsNoRoomForIsRefusedAndCounted() {
        answers.open().atLeast(700_000);
        Reservation another = answers.open();

        Failure refused = catchThrowableOfType(Failure.class, () -> another.atLeast(100_000));

        assertThat(refused.code()).isEqualTo(ErrorCode.OVERLOADED);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(refused)
                .hasMessageContaining("needs 100,000 bytes of answers, and 700,000 of 750,000 are in use"
                        + " (meishi.memory.answers)");
        assertThat(answers.used()).isEqualTo(700_000);
        assertThat(registry.get("meishi.memory.refused")
                        .tag("account", "answers")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("meishi.memory.used")
                        .tag("account", "answers")
                        .gauge()
                        .value())
                .isEqualTo(700_000);
        assertThat(registry.get("meishi.memory.allowed")
                        .tag("account", "answers")
                        .gauge()
                        .value())
                .isEqualTo(ALLOWED);
    }

    @Test
    void smallOnesPassWhenLargeOnesHaveTakenAllThatTheyMay() {
        answers.open().atLeast(750_000);

        assertThat(answers.open().tryAtLeast(16 * 1024)).isTrue();
        assertThat(answers.open().tryAtLeast(17 * 1024)).isFalse();
    }

    @Test
    void askingWhetherThereIsRoomTakesNone() {
        Reservation reservation = answers.open();
        reservation.requireRoom(750_000);

        assertThat(answers.used()).isZero();
        assertThatThrownBy(() -> reservation.requireRoom(750_001)).isInstanceOf(Failure.class);
    }

    private Memory memory(Map<Account, Share> shares) {
        return new Memory(shares, HEAP, registry);
    }
}
