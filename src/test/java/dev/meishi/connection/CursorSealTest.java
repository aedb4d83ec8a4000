package dev.meishi.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link CursorSeal}: a cursor of the API comes back from its own gateway, list and view alone. */
class CursorSealTest {

    private static final long LIST = Cursor.fingerprint("contacts", "1", "keyword");
    private static final String SECRET = "a secret of the tests";
    private static final CursorSeal SEAL = CursorSeal.of(SECRET, "application", null);
    private static final Position.Token TOKEN =
            new Position.Token("AAABjK9Y0eUAAAAAAAAAAGmR3uZ2Yk1qb0FBQUFBQUFBQUFBQUE9PQ==", 41, 1_241);
    private static final Cursor CURSOR =
            new Cursor(new Anchor(Anchor.Origin.START, TOKEN, Anchor.fingerprint("550e8400", 1), 1_586_082_604L), LIST);

    /** Of a version, and what it has to mean as long as there is a gateway: callers keep cursors. */
    private static final Map<String, Cursor> FROM_BEFORE = Map.of(
            "AgEAAATSfTDCr5J2uxtcx17glf7cKgAAAABeibMs",
            new Cursor(new Anchor(Anchor.Origin.END, 1_234, Anchor.fingerprint("550e8400", 1), 1_586_082_604L), LIST),
            "AgIAAAAHfTDCr5J2uxtcx17glf7cKoAAAAAAAAAA",
            new Cursor(new Anchor(Anchor.Origin.WINDOW_START, 7, Anchor.fingerprint("550e8400", 1), null), LIST),
            "AwAAAATZfTDCr5J2uxtcx17glf7cKgAAAABeibMsAAAAKUFBQUJqSzlZMGVVQUFBQUFBQUFBQUdtUjN1WjJZazFxYjBGQlFVRkJRVUZCUVVG"
                    + "QlFVRTlQUT09e-9ZK47g9rb9BYICLcf_yQ",
            CURSOR);

    @Test
    void cursorsFromBeforeMeanWhatTheyMeant() {
        FROM_BEFORE.forEach((text, cursor) -> {
            assertThat(Cursor.parse(text, new CursorScope(LIST, SEAL))).isEqualTo(cursor);
            assertThat(cursor.encode(SEAL)).isEqualTo(text);
        });
    }

    @Test
    void cursorsFromBeforeAreRefusedByListsOfTheOtherKind() {
        FROM_BEFORE.forEach((text, cursor) -> {
            boolean isByRank = cursor.anchor().position() instanceof Position.Rank;
            PageArguments arguments = new PageArguments(10, text, null, null);

            assertThat(arguments.wanted(LIST, new Limits(isByRank)).after()).isEqualTo(cursor.anchor());
            Failure refused = catchThrowableOfType(Failure.class, () -> arguments.wanted(LIST, new Limits(!isByRank)));
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_CURSOR);
            assertThat(refused).hasMessageContaining("another API");
        });
    }

    @Test
    void anotherProcessWithTheSameSecretMakesTheSameSeal() {
        assertThat(CURSOR.encode(CursorSeal.of(SECRET, "application", null))).isEqualTo(CURSOR.encode(SEAL));
    }

    @Test
    void anotherSecretOrViewIsRefused() {
        for (CursorSeal other : List.of(
                CursorSeal.of("another secret", "application", null),
                CursorSeal.of(SECRET, "another application", null),
                CursorSeal.of(SECRET, "application", "member"),
                CursorSeal.of(SECRET, "application", ""),
                CursorSeal.of(SECRET, null, "application"),
                CursorSeal.of(SECRET, "application"),
                CursorSeal.of(SECRET, "applicatio", "n"))) {
            assertThat(refusal(CURSOR.encode(other), LIST)).contains("another view");
            assertThat(refusal(CURSOR.encode(SEAL), LIST, other)).contains("another view");
        }
    }

    @Test
    void anotherListIsRefusedThoughTheSealIsGenuine() {
        assertThat(refusal(CURSOR.encode(SEAL), LIST + 1)).contains("another filter or order");
    }

    @Test
    void noBitOfACursorCanBeChanged() {
        byte[] bytes = Base64.getUrlDecoder().decode(CURSOR.encode(SEAL));
        for (int bit = 8; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(refusal(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), LIST))
                    .as("bit %d", bit)
                    .isNotNull();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void aCursorOfTheApiWithoutASealIsRefused() {
        byte[] bytes = Base64.getUrlDecoder().decode(CURSOR.encode(SEAL));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThat(refusal(Base64.getUrlEncoder().withoutPadding().encodeToString(cut), LIST))
                    .isNotNull();
        }
    }

    @Test
    void manyThreadsSealAtOnce() {
        Set<String> texts = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> CURSOR.encode(SEAL))
                .collect(Collectors.toSet());

        assertThat(texts).containsExactly(CURSOR.encode(SEAL));
    }

    private static @Nullable String refusal(String text, long list) {
        return refusal(text, list, SEAL);
    }

    private static @Nullable String refusal(String text, long list, CursorSeal seal) {
        Failure failure = catchThrowableOfType(Failure.class, () -> Cursor.parse(text, new CursorScope(list, seal)));
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_CURSOR);
        return failure.getMessage();
    }

    private record Limits(boolean isSeekable) implements ListLimits {

        @Override
        public Set<Anchor.Origin> origins() {
            return Anchor.Origin.ALL;
        }

        @Override
        public int cap() {
            return 50_000;
        }

        @Override
        public int maxPageSize() {
            return 500;
        }

        @Override
        public CursorSeal seal() {
            return SEAL;
        }
    }
}
