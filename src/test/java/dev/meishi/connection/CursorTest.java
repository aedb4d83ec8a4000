package dev.meishi.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Cursor}: what was made here is read back, what was not is refused, and no list takes another list's cursor. */
class CursorTest {

    private static final CursorSeal SEAL = CursorSeal.of("secret");
    private static final long LIST = Cursor.fingerprint("contacts", "1", "keyword");
    private static final String NOT_OURS =
            "The cursor was not issued by this gateway; start this list without a cursor.";
    private static final String NOT_SEALED =
            "The cursor was not issued by this gateway, or was issued for another view of LINE WORKS; start this list without a cursor.";
    private static final List<String> SIGNS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. \n\u0000é"
                    .chars()
                    .mapToObj(Character::toString)
                    .toList();

    @Test
    void everyRankOfASearchIsReadBack() {
        for (int rank = 0; rank <= 50_000; rank++) {
            Cursor cursor = cursor(rank, LIST);
            if (!Cursor.parse(cursor.encode(SEAL), scope(LIST)).equals(cursor)) {
                throw new AssertionError("rank " + rank);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 65_535, 65_536, 16_777_216, Integer.MAX_VALUE - 1})
    void ranksOfEveryLengthAreReadBackInListsOfEveryFingerprint(int rank) {
        for (long list : new long[] {0, 1, -1, LIST, Long.MIN_VALUE, Long.MAX_VALUE}) {
            Cursor cursor = cursor(rank, list);
            assertThat(Cursor.parse(cursor.encode(SEAL), scope(list))).isEqualTo(cursor);
        }
    }

    @Test
    void aCursorIsFortyCharactersThatNeedNoEscapingInAUrl() {
        for (int rank : new int[] {0, 1, 50_000, Integer.MAX_VALUE - 1}) {
            assertThat(cursor(rank, LIST).encode(SEAL)).hasSize(40).matches("[A-Za-z0-9_-]+");
        }
    }

    @Test
    void differentRanksHaveDifferentCursors() {
        Set<String> seen = new HashSet<>();
        IntStream.rangeClosed(0, 50_000)
                .forEach(rank -> seen.add(cursor(rank, LIST).encode(SEAL)));

        assertThat(seen).hasSize(50_001);
    }

    @Test
    void aCursorWithOneSignChangedIsRefusedOrSaysWhatItsTextSays() {
        for (int rank : new int[] {0, 19, 49_999, Integer.MAX_VALUE - 1}) {
            String text = cursor(rank, LIST).encode(SEAL);
            for (int place = 0; place < text.length(); place++) {
                for (String sign : SIGNS) {
                    String changed = text.substring(0, place) + sign + text.substring(place + 1);
                    if (!changed.equals(text)) {
                        assertThatItIsRefusedOrMeansAnotherRank(changed, rank);
                    }
                }
            }
        }
    }

    @Test
    void aCursorWithOneSignTakenOutOrPutInIsRefused() {
        String text = cursor(19, LIST).encode(SEAL);
        List<String> changed = new ArrayList<>();
        for (int place = 0; place < text.length(); place++) {
            changed.add(text.substring(0, place) + text.substring(place + 1));
            changed.add(text.substring(0, place));
        }
        for (int place = 0; place <= text.length(); place++) {
            for (String sign : SIGNS) {
                changed.add(text.substring(0, place) + sign + text.substring(place));
            }
        }
        assertThat(changed).allSatisfy(CursorTest::assertThatItIsRefused);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "=",
                "====",
                "null",
                "19",
                "Y3Vyc29yOjE5",
                "YXJyYXljb25uZWN0aW9uOjE5",
                "é",
                "名刺",
                "\u0000"
            })
    void otherTextsAreRefused(String text) {
        assertThatItIsRefused(text);
    }

    @Test
    void theCursorOfAnApiIsReadBackAndInOneSpellingAlone() {
        for (@Nullable String vendor : new @Nullable String[] {null, "a", "ab", "abc", "==/+名刺", "x".repeat(500)}) {
            for (int offset : new int[] {vendor == null ? 0 : -1, 0, 1, 499}) {
                Position position = new Position.Token(vendor, offset, 1_234);
                String text = new Cursor(
                                new Anchor(Anchor.Origin.END, position, Anchor.fingerprint("x31b", 3), 7L), LIST)
                        .encode(SEAL);

                assertThat(text).matches("[A-Za-z0-9_-]+");
                assertThat(Cursor.parse(text, scope(LIST)).anchor().position()).isEqualTo(position);
                assertThat(Cursor.parse(text, scope(LIST)).encode(SEAL)).isEqualTo(text);
                for (String sign : SIGNS) {
                    String changed = text.substring(0, text.length() - 1) + sign;
                    assertThat(meaning(changed)).as(changed).isIn(changed, NOT_OURS, NOT_SEALED);
                }
            }
        }
    }

    private static @Nullable String meaning(String text) {
        try {
            return Cursor.parse(text, scope(LIST)).encode(SEAL);
        } catch (Failure refused) {
            return refused.getMessage();
        }
    }

    @Test
    void theSameBytesInAnotherSpellingAreRefused() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor(19, -1).encode(SEAL));
        String url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String standard = Base64.getEncoder().withoutPadding().encodeToString(bytes);

        assertThat(standard).isNotEqualTo(url);
        for (String text :
                List.of(standard, url + "=", url + "==", " " + url, url + "\n", url + "\r\n", url + "AAAA")) {
            assertThat(refusal(text, -1)).as(text).isEqualTo(NOT_OURS);
        }
    }

    @Test
    void everyFrameAndEveryTimeIsReadBack() {
        for (Anchor.Origin origin : Anchor.Origin.values()) {
            for (Long time : new Long[] {null, 0L, -1L, 1_586_082_604L, -62_167_219_200L, 253_402_300_799L}) {
                Cursor cursor = new Cursor(new Anchor(origin, 7, Anchor.fingerprint("x31b-efse4567", 3), time), LIST);
                assertThat(Cursor.parse(cursor.encode(SEAL), scope(LIST))).isEqualTo(cursor);
            }
        }
    }

    @Test
    void aFrameThatThereIsNotIsRefused() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor(19, LIST).encode(SEAL));
        for (int origin = -128; origin < 128; origin++) {
            if (origin < 0 || origin >= Anchor.Origin.values().length) {
                bytes[1] = (byte) origin;
                assertThatItIsRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE + 1, -62_167_219_201L, 253_402_300_800L})
    void aTimeBeyondTheCalendarIsRefused(long time) {
        assertThatItIsRefused(new Cursor(new Anchor(Anchor.Origin.WINDOW_START, 0, 5, time), LIST).encode(SEAL));
    }

    @Test
    void idsThatLookAlikeHaveDifferentHashes() {
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            hashes.add(Anchor.hash("550e8400-e29b-41d4-a716-" + i));
        }
        assertThat(hashes).hasSize(200_000);
        assertThat(Anchor.hash("")).isNotEqualTo(Anchor.hash("\u0000"));
    }

    @Test
    void anotherVersionIsRefused() {
        for (int version = -128; version < 128; version++) {
            if (version != 2) {
                assertThatItIsRefused(text((byte) version, 19));
            }
        }
        assertThat(Cursor.parse(text((byte) 2, 19), scope(LIST))).isEqualTo(cursor(19, LIST));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aRankThatNoResultCanHaveIsRefused(int rank) {
        assertThatItIsRefused(text((byte) 2, rank));
    }

    @Test
    void aCursorOfAnotherListIsRefusedAndTheMessageSaysSo() {
        String text = cursor(19, LIST).encode(SEAL);

        for (int bit = 0; bit < 64; bit++) {
            assertThat(refusal(text, LIST ^ (1L << bit)))
                    .isEqualTo("The cursor belongs to another filter or order; start this list without a cursor.");
        }
    }

    @Test
    void equalPartsHaveOneFingerprint() {
        assertThat(Cursor.fingerprint("contacts", null, true, 3))
                .isEqualTo(Cursor.fingerprint("contacts", null, true, 3));
    }

    /** A cursor must stay valid from one version of the gateway to the next. */
    @Test
    void theFingerprintNeverChanges() {
        assertThat(Cursor.fingerprint()).isEqualTo(0xe3b0c44298fc1c14L);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ab, c, a, bc",
                "abc, '', ab, c",
                "abc, '', '', abc",
                "abc, -, abc, ''",
                "-, abc, '', abc",
                "-, '', '', -",
                "-, -, '', ''",
                "a, b, b, a",
                "a, -, -, a",
                "-, a, null, a",
                "a, b, A, b",
                "é, b, e\u0301, b"
            })
    void partsThatDifferOrLieDifferentlyHaveDifferentFingerprints(
            @Nullable String one, @Nullable String two, @Nullable String three, @Nullable String four) {
        assertThat(Cursor.fingerprint(one, two)).isNotEqualTo(Cursor.fingerprint(three, four));
    }

    @Test
    void theNumberOfPartsCounts() {
        List<Long> fingerprints = List.of(
                Cursor.fingerprint(),
                Cursor.fingerprint("a"),
                Cursor.fingerprint("a", ""),
                Cursor.fingerprint("", "a"),
                Cursor.fingerprint("a", "", ""),
                Cursor.fingerprint(new Object[] {null}),
                Cursor.fingerprint(null, null));

        assertThat(fingerprints).doesNotHaveDuplicates();
    }

    @Test
    void aPartCannotPretendToBeTwoBySpellingOutALength() {
        assertThat(Cursor.fingerprint("a\u0000\u0000\u0000\u0001b")).isNotEqualTo(Cursor.fingerprint("a", "b"));
    }

    @Test
    void everySinglePartCounts() {
        List<Long> fingerprints = new ArrayList<>();
        fingerprints.add(Cursor.fingerprint("p", "p", "p", "p", "p"));
        for (int place = 0; place < 5; place++) {
            for (Object other : new Object[] {"q", "", "pp", 1, true}) {
                Object[] parts = {"p", "p", "p", "p", "p"};
                parts[place] = other;
                fingerprints.add(Cursor.fingerprint(parts));
            }
        }
        assertThat(fingerprints).doesNotHaveDuplicates();
    }

    private static void assertThatItIsRefusedOrMeansAnotherRank(String text, int rank) {
        try {
            Cursor cursor = Cursor.parse(text, scope(LIST));
            assertThat(cursor.encode(SEAL)).isEqualTo(text);
            assertThat(cursor.list()).isEqualTo(LIST);
            assertThat(cursor).isNotEqualTo(cursor(rank, LIST));
            assertThat(cursor.anchor().rank()).isBetween(0, Integer.MAX_VALUE - 1);
        } catch (Failure refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_CURSOR);
        }
    }

    private static void assertThatItIsRefused(String text) {
        assertThat(refusal(text, LIST)).as(text).isEqualTo(NOT_OURS);
    }

    private static @Nullable String refusal(String text, long list) {
        Failure failure = catchThrowableOfType(Failure.class, () -> Cursor.parse(text, scope(list)));
        assertThat(failure).as(text).isNotNull();
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_CURSOR);
        return failure.getMessage();
    }

    private static String text(byte version, int rank) {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor(0, LIST).encode(SEAL));
        ByteBuffer.wrap(bytes).put(version).put((byte) 0).putInt(rank);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Cursor cursor(int rank, long list) {
        return new Cursor(
                new Anchor(Anchor.Origin.START, rank, Anchor.fingerprint("550e8400", 1), 1_586_082_604L), list);
    }

    private static CursorScope scope(long list) {
        return new CursorScope(list, SEAL);
    }
}
