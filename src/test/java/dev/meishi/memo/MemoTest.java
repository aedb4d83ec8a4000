package dev.meishi.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link Memo}: each one's last word, of the last five. */
class MemoTest {

    private final Memo memo = new Memo();

    @Test
    void eachFindsWhatItWorkedOutLast() {
        memo.put("a", 1);
        memo.put("b", 2);
        memo.put("a", 3);

        assertThat(memo.get("a")).isEqualTo(3);
        assertThat(memo.get("b")).isEqualTo(2);
        assertThat(memo.get("c")).isNull();
    }

    @Test
    void whoIsMerelyEqualIsAnother() {
        memo.put(List.of("a"), 1);

        assertThat(memo.get(List.of("a"))).isNull();
    }

    @Test
    void theLastFiveAreKeptAndOneThatComesAgainCountsOnce() {
        List<Object> keys =
                IntStream.range(0, 6).<Object>mapToObj(i -> new Object()).toList();
        keys.forEach(key -> memo.put(key, key));
        for (int i = 0; i < 3; i++) {
            memo.put(keys.get(5), keys.get(5));
        }

        assertThat(keys)
                .extracting(memo::get)
                .containsExactly(null, keys.get(1), keys.get(2), keys.get(3), keys.get(4), keys.get(5));
    }

    @Test
    void whatIsRemovedIsGoneAndTheRestIsNot() {
        memo.put("a", 1);
        memo.put("b", 2);
        memo.remove("a");
        memo.remove("c");

        assertThat(memo.get("a")).isNull();
        assertThat(memo.get("b")).isEqualTo(2);
    }

    @Test
    void itIsNoPartOfWhatAnObjectIs() {
        memo.put("a", 1);

        assertThat(memo).isEqualTo(new Memo()).hasSameHashCodeAs(new Memo());
    }
}
