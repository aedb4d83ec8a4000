package dev.meishi.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.LateCursor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** {@link PageInfo} of pages at the start, in the middle and at the end of a list. */
class PageInfoTest {

    @Test
    void aPageInTheMiddleHasNeighboursOnBothSides() {
        assertThat(PageInfo.of(true, true, cursors("a", "b", "c")))
                .isEqualTo(new PageInfo(true, true, cursor("a"), cursor("c")));
    }

    @Test
    void theFirstPageHasNoneBeforeItAndTheLastOneNoneAfter() {
        assertThat(PageInfo.of(true, false, cursors("a")))
                .isEqualTo(new PageInfo(true, false, cursor("a"), cursor("a")));
        assertThat(PageInfo.of(false, true, cursors("b")))
                .isEqualTo(new PageInfo(false, true, cursor("b"), cursor("b")));
    }

    @Test
    void anEmptyPageHasNoCursors() {
        assertThat(PageInfo.of(false, false, List.of())).isEqualTo(new PageInfo(false, false, null, null));
        assertThat(PageInfo.of(false, true, List.of())).isEqualTo(new PageInfo(false, true, null, null));
    }

    private static List<LateCursor> cursors(String... texts) {
        return Arrays.stream(texts).map(PageInfoTest::cursor).toList();
    }

    private static LateCursor cursor(String text) {
        return Objects.requireNonNull(LateCursor.sent(text));
    }
}
