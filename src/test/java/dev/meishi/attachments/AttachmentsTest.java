package dev.meishi.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link Attachments}: each one's last word, of the last five. */
class AttachmentsTest {

    private final Attachments attachments = new Attachments();

    @Test
    void eachFindsWhatItWorkedOutLast() {
        attachments.put("a", 1);
        attachments.put("b", 2);
        attachments.put("a", 3);

        assertThat(attachments.get("a")).isEqualTo(3);
        assertThat(attachments.get("b")).isEqualTo(2);
        assertThat(attachments.get("c")).isNull();
    }

    @Test
    void whoIsMerelyEqualIsAnother() {
        attachments.put(List.of("a"), 1);

        assertThat(attachments.get(List.of("a"))).isNull();
    }

    @Test
    void theLastFiveAreKeptAndOneThatComesAgainCountsOnce() {
        List<Object> keys =
                IntStream.range(0, 6).<Object>mapToObj(i -> new Object()).toList();
        keys.forEach(key -> attachments.put(key, key));
        for (int i = 0; i < 3; i++) {
            attachments.put(keys.get(5), keys.get(5));
        }

        assertThat(keys)
                .extracting(attachments::get)
                .containsExactly(null, keys.get(1), keys.get(2), keys.get(3), keys.get(4), keys.get(5));
    }

    @Test
    void whatIsRemovedIsGoneAndTheRestIsNot() {
        attachments.put("a", 1);
        attachments.put("b", 2);
        attachments.remove("a");
        attachments.remove("c");

        assertThat(attachments.get("a")).isNull();
        assertThat(attachments.get("b")).isEqualTo(2);
    }

    @Test
    void itIsNoPartOfWhatAnObjectIs() {
        attachments.put("a", 1);

        assertThat(attachments).isEqualTo(new Attachments()).hasSameHashCodeAs(new Attachments());
    }
}
