package dev.meishi.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link PageInfo} of pages at the start, in the middle and at the end of a list. */
class PageInfoTest {

    @Test
    void a_page_in_the_middle_has_neighbours_on_both_sides() {
        assertThat(PageInfo.of(true, true, List.of("a", "b", "c"))).isEqualTo(new PageInfo(true, true, "a", "c"));
    }

    @Test
    void the_first_page_has_none_before_it_and_the_last_one_none_after() {
        assertThat(PageInfo.of(true, false, List.of("a"))).isEqualTo(new PageInfo(true, false, "a", "a"));
        assertThat(PageInfo.of(false, true, List.of("b"))).isEqualTo(new PageInfo(false, true, "b", "b"));
    }

    @Test
    void an_empty_page_has_no_cursors() {
        assertThat(PageInfo.of(false, false, List.of())).isEqualTo(new PageInfo(false, false, null, null));
        assertThat(PageInfo.of(false, true, List.of())).isEqualTo(new PageInfo(false, true, null, null));
    }
}
