package dev.meishi.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.graphql.Estimate;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.graphql.Settings;
import dev.meishi.json.JsonBuffer;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.memory.Share;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@link AnswerRoom}: what is written into it is reserved as it grows, up to both bounds, and given back at its end. */
class AnswerRoomTest {

    private static final int LIMIT = 100_000;
    private static final String PIECE = "x".repeat(1_000);

    private final Memory memory =
            new Memory(Map.of(Account.ANSWERS, Share.of("160000")), 1L << 30, new SimpleMeterRegistry());
    private final Limits limits = new Limits(Settings.limits(Map.of("answer-bytes", String.valueOf(LIMIT))));
    private final AnswerRoom room = AnswerRoom.of(memory, limits);

    @Test
    void whatIsWrittenIsReservedAndSettledToWhatIsKept() {
        JsonBuffer json = new JsonBuffer(0, room);
        write(json, 50);
        assertThat(used()).isEqualTo(json.capacity());

        json.trim();
        room.settle(json.capacity());
        assertThat(used()).isEqualTo(json.capacity()).isLessThan(json.length() + json.length() / 4 + 4_097L);

        room.close();
        assertThat(used()).isZero();
    }

    @Test
    void moreThanTheLimitIsRefusedWhileItIsWrittenAndHoldsNothing() {
        JsonBuffer json = new JsonBuffer(0, room);

        assertThatThrownBy(() -> write(json, 200))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("bytes in its answer; the maximum is 100,000 (meishi.limits.answer-bytes)");

        assertThat(json.length()).isBetween(90_000, LIMIT);
        assertThat(used()).isZero();
    }

    @Test
    void whatThereIsNoMemoryForIsRefusedWhileItIsWritten() {
        AnswerRoom other = AnswerRoom.of(memory, limits);
        write(new JsonBuffer(0, other), 80);
        JsonBuffer json = new JsonBuffer(0, room);

        assertThatThrownBy(() -> write(json, 80))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.errors().get(0).getExtensions())
                                .containsEntry("code", "OVERLOADED")
                                .containsEntry("retryable", true)
                                .containsEntry("retryAfterSeconds", 1L));

        other.close();
        assertThat(used()).isZero();
    }

    /** Memory that is nearly used up is not asked for byte by byte. */
    @Test
    void whereMemoryIsScarceAnAnswerGrowsByAPartOfItself() {
        AnswerRoom.of(memory, limits).make(0, 64, 80_000);
        assertThat(room.make(0, 8_000, 90_000)).isEqualTo(9_000);
        assertThat(room.make(1_000, 20_000, 90_000)).isEqualTo(22_500);
        assertThat(used()).isEqualTo(80_000 + 1_000 + 22_500);
    }

    @Test
    void anOperationIsHeldAgainstBothBoundsBeforeItIsExecuted() {
        assertThatThrownBy(() -> room.admit(new Estimate(1, LIMIT + 1)))
                .hasMessageContaining("The request has 100,001 bytes in its answer");
        AnswerRoom.of(memory, limits).make(0, 64, 90_000);
        room.admit(new Estimate(1, 20_000));
        assertThatThrownBy(() -> room.admit(new Estimate(1, 40_000))).hasMessageContaining("meishi.memory.answers");
        assertThat(used()).isEqualTo(90_000);
    }

    private long used() {
        return memory.of(Account.ANSWERS).used();
    }

    private static void write(JsonBuffer json, int pieces) {
        for (int i = 0; i < pieces; i++) {
            json.string(PIECE);
        }
    }
}
