package dev.meishi.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PageArguments}: which ranks the arguments of a connection field ask for, and which ones cannot be had. */
class PageArgumentsTest {

    private static final CursorSeal SEAL = CursorSeal.of("secret");
    private static final long LIST = Cursor.fingerprint("contacts", "1");

    @Test
    void withoutArgumentsTheFirstTwentyAreWanted() {
        assertThat(forward(null, null).wanted(LIST, limits(Anchor.Origin.WHOLE)))
                .isEqualTo(new Slice(20, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 20, 499, 500})
    void firstSaysHowMany(int first) {
        assertThat(forward(first, null).wanted(LIST, limits(Anchor.Origin.WHOLE)))
                .isEqualTo(new Slice(first, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 49_999})
    void afterSaysWhereToGoOn(int rank) {
        Anchor anchor = anchor(rank);
        String after = new Cursor(anchor, LIST).encode(SEAL);

        assertThat(forward(null, after).wanted(LIST, limits(Anchor.Origin.WHOLE)))
                .isEqualTo(new Slice(20, anchor, null, null));
        assertThat(forward(7, after).wanted(LIST, limits(Anchor.Origin.WHOLE)))
                .isEqualTo(new Slice(7, anchor, null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 501, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aFirstThatNoPageHasIsRefusedWithWhatWasFound(int first) {
        Failure failure = refusal(forward(first, null));

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        assertThat(failure).hasMessageStartingWith("first must be between 0 and 500, found " + first + "; ");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 501})
    void aLastThatNoPageHasIsRefusedWithWhatWasFound(int last) {
        Failure failure = refusal(new PageArguments(null, null, last, null));

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        assertThat(failure).hasMessageStartingWith("last must be between 0 and 500, found " + last + "; ");
    }

    @Test
    void nothingMayBeWantedFromEitherEnd() {
        assertThat(forward(0, null).wanted(LIST, limits(Anchor.Origin.WHOLE)).isEmpty())
                .isTrue();
        assertThat(new PageArguments(null, null, 0, null)
                        .wanted(LIST, limits(Anchor.Origin.WHOLE))
                        .isEmpty())
                .isTrue();
        assertThat(new PageArguments(5, null, 0, null)
                        .wanted(LIST, limits(Anchor.Origin.WHOLE))
                        .isEmpty())
                .isTrue();
        assertThat(forward(1, null).wanted(LIST, limits(Anchor.Origin.WHOLE)).isEmpty())
                .isFalse();
    }

    @Test
    void lastAloneCountsFromTheEnd() {
        Slice wanted = new PageArguments(null, null, 7, null).wanted(LIST, limits(Anchor.Origin.WHOLE));

        assertThat(wanted.direction()).isEqualTo(Direction.BACKWARD);
        assertThat(wanted.count()).isEqualTo(7);
    }

    @Test
    void firstComesBeforeLast() {
        Slice wanted = new PageArguments(20, null, 7, null).wanted(LIST, limits(Anchor.Origin.WHOLE));

        assertThat(wanted.direction()).isEqualTo(Direction.FORWARD);
        assertThat(wanted.count()).isEqualTo(20);
        assertThat(wanted.last()).isEqualTo(7);
    }

    @Test
    void beforeSaysWhereToEnd() {
        String before = new Cursor(anchor(40), LIST).encode(SEAL);

        assertThat(new PageArguments(null, null, 7, before).wanted(LIST, limits(Anchor.Origin.WHOLE)))
                .isEqualTo(new Slice(null, null, 7, anchor(40)));
        assertThat(new PageArguments(null, null, null, before).wanted(LIST, limits(Anchor.Origin.WHOLE)))
                .isEqualTo(new Slice(null, null, 20, anchor(40)));
        assertThat(new PageArguments(null, before, null, before).wanted(LIST, limits(Anchor.Origin.WHOLE)))
                .isEqualTo(new Slice(20, anchor(40), null, anchor(40)));
    }

    @Test
    void anEmptyAfterIsNoCursorRatherThanNone() {
        assertThat(refusal(forward(20, "")).code()).isEqualTo(ErrorCode.INVALID_CURSOR);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String after = new Cursor(anchor(19), Cursor.fingerprint("contacts", "2")).encode(SEAL);

        assertThat(refusal(forward(20, after)).code()).isEqualTo(ErrorCode.INVALID_CURSOR);
    }

    @ParameterizedTest
    @ValueSource(ints = {50_000, 1_000_000, 2_147_483_499, Integer.MAX_VALUE - 1})
    void aCursorBeyondTheLastRankServedIsRefused(int rank) {
        assertThat(refusal(forward(20, new Cursor(anchor(rank), LIST).encode(SEAL)))
                        .code())
                .isEqualTo(ErrorCode.INVALID_CURSOR);
    }

    @Test
    void aCursorThatCountsInWhatTheListHasNotIsRefused() {
        for (Anchor.Origin origin : Anchor.Origin.ALL) {
            String after = new Cursor(new Anchor(origin, 7, 5, 0L), LIST).encode(SEAL);
            for (Set<Anchor.Origin> origins :
                    List.of(Anchor.Origin.FROM_START, Anchor.Origin.WHOLE, Anchor.Origin.ALL)) {
                PageArguments arguments = forward(20, after);
                if (origins.contains(origin)) {
                    assertThat(arguments.wanted(LIST, limits(origins)).after()).isNotNull();
                } else {
                    assertThat(catchThrowableOfType(Failure.class, () -> arguments.wanted(LIST, limits(origins)))
                                    .code())
                            .isEqualTo(ErrorCode.INVALID_CURSOR);
                }
            }
        }
    }

    @Test
    void aCursorOfOneApiIsRefusedWhereTheListComesFromAnother() {
        Anchor token = new Anchor(Anchor.Origin.START, new Position.Token("abc", 3, 103), 5, null);
        PageArguments ofRank = forward(20, new Cursor(anchor(40), LIST).encode(SEAL));
        PageArguments ofToken = forward(20, new Cursor(token, LIST).encode(SEAL));
        ListLimits sequential = new Limits(Anchor.Origin.WHOLE, false);

        assertThat(ofToken.wanted(LIST, sequential).after()).isEqualTo(token);
        assertThat(ofRank.wanted(LIST, limits(Anchor.Origin.WHOLE)).after()).isEqualTo(anchor(40));
        assertThat(refusal(ofToken).code()).isEqualTo(ErrorCode.INVALID_CURSOR);
        assertThat(catchThrowableOfType(Failure.class, () -> ofRank.wanted(LIST, sequential))
                        .code())
                .isEqualTo(ErrorCode.INVALID_CURSOR);
    }

    private record Limits(Set<Anchor.Origin> origins, boolean isSeekable) implements ListLimits {

        @Override
        public CursorSeal seal() {
            return SEAL;
        }

        @Override
        public int cap() {
            return 50_000;
        }

        @Override
        public int maxPageSize() {
            return 500;
        }
    }

    private static ListLimits limits(Set<Anchor.Origin> origins) {
        return new Limits(origins, true);
    }

    private static Anchor anchor(int rank) {
        return new Anchor(Anchor.Origin.START, rank, 5, null);
    }

    private static PageArguments forward(@Nullable Integer first, @Nullable String after) {
        return new PageArguments(first, after, null, null);
    }

    private static Failure refusal(PageArguments arguments) {
        Failure failure =
                catchThrowableOfType(Failure.class, () -> arguments.wanted(LIST, limits(Anchor.Origin.WHOLE)));
        assertThat(failure).isNotNull();
        return failure;
    }
}
