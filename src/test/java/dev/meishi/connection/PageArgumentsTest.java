package dev.meishi.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PageArguments}: which ranks the arguments of a connection field ask for, and which ones cannot be had. */
class PageArgumentsTest {

    private static final long LIST = Cursor.fingerprint("contacts", "1");

    @Test
    void without_arguments_the_first_twenty_are_wanted() {
        assertThat(forward(null, null).window(LIST)).isEqualTo(new Window(0, 20));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 499, 500})
    void first_says_how_many(int first) {
        assertThat(forward(first, null).window(LIST)).isEqualTo(new Window(0, first));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 49_999, Integer.MAX_VALUE - 1})
    void after_says_where_to_go_on(int rank) {
        String after = new Cursor(rank, LIST).encode();

        assertThat(forward(null, after).window(LIST)).isEqualTo(new Window(rank + 1, 20));
        assertThat(forward(7, after).window(LIST)).isEqualTo(new Window(rank + 1, 7));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void a_first_that_no_page_has_is_refused_with_what_was_found(int first) {
        Failure failure = refusal(forward(first, null));

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        assertThat(failure).hasMessage("first must be between 1 and 500, found " + first + ".");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, null, 5, null",
                "null, null, null, x",
                "20, null, 20, null",
                "null, x, null, x",
                "0, x, 0, x"
            })
    void last_and_before_are_refused_whatever_else_is_given(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        Failure failure = refusal(new PageArguments(first, after, last, before));

        assertThat(failure.code()).isEqualTo(ErrorCode.NOT_YET_SUPPORTED);
        assertThat(failure).hasMessageContaining("last and before").hasMessageContaining("first and after");
    }

    @Test
    void an_empty_after_is_no_cursor_rather_than_none() {
        assertThat(refusal(forward(20, "")).code()).isEqualTo(ErrorCode.INVALID_CURSOR);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        String after = new Cursor(19, Cursor.fingerprint("contacts", "2")).encode();

        assertThat(refusal(forward(20, after)).code()).isEqualTo(ErrorCode.INVALID_CURSOR);
    }

    @Test
    void a_window_ends_after_its_last_rank_and_can_be_cut_at_a_limit() {
        assertThat(new Window(Integer.MAX_VALUE, 500).end()).isEqualTo(Integer.MAX_VALUE + 500L);
        assertThat(new Window(49_990, 20).upTo(50_000)).isEqualTo(new Window(49_990, 10));
        assertThat(new Window(49_980, 20).upTo(50_000)).isEqualTo(new Window(49_980, 20));
        assertThat(new Window(49_979, 20).upTo(50_000)).isEqualTo(new Window(49_979, 20));
    }

    private static PageArguments forward(@Nullable Integer first, @Nullable String after) {
        return new PageArguments(first, after, null, null);
    }

    private static Failure refusal(PageArguments arguments) {
        Failure failure = catchThrowableOfType(Failure.class, () -> arguments.window(LIST));
        assertThat(failure).isNotNull();
        return failure;
    }
}
