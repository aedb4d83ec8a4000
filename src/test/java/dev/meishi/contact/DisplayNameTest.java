package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.json.Text;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link DisplayName}: names in the order and with the blanks their readers expect. */
class DisplayNameTest {

    @ParameterizedTest(name = "{0}, {1} -> {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                // Han characters and kana, with furigana and without
                "山田, 太郎, ヤマダ, タロウ, 山田 太郎",
                "山田, 太郎, やまだ, -, 山田 太郎",
                "山田, 太郎, -, タロウ, 山田 太郎",
                "𠮷田, 花子, ヨシダ, ハナコ, 𠮷田 花子",
                "佐々木, 健, ササキ, ケン, 佐々木 健",
                "山田, 太郎, -, -, 山田 太郎",
                "𠮷田, 花子, -, -, 𠮷田 花子",
                "山田, 太郎, '', ' ', 山田 太郎",
                "王, 小明, -, -, 王 小明",
                "歐陽, 娜娜, -, -, 歐陽 娜娜",
                "山田, たろう, -, -, 山田 たろう",
                "やまだ, 太郎, -, -, やまだ 太郎",
                "ヤマダ, タロウ, -, -, ヤマダ タロウ",
                "ﾔﾏﾀﾞ, ﾀﾛｳ, -, -, ﾔﾏﾀﾞ ﾀﾛｳ",
                "一ノ瀬, 誠, -, -, 一ノ瀬 誠",
                // hangul alone stand without a blank, with furigana too
                "김, 민수, -, -, 김민수",
                "남궁, 민, -, -, 남궁민",
                "김, 민수, キム, ミンス, 김민수",
                "金, 민수, -, -, 金 민수",
                "김, 珉洙, -, -, 김 珉洙",
                // every other script has the given name first
                "Jackson, April, -, -, April Jackson",
                "Müller, Jürgen, -, -, Jürgen Müller",
                "Иванов, Иван, -, -, Иван Иванов",
                "Παπαδόπουλος, Νίκος, -, -, Νίκος Παπαδόπουλος",
                "Jackson, April, ジャクソン, エイプリル, April Jackson",
                "สมชาย, ใจดี, -, -, ใจดี สมชาย",
                // the family name decides
                "山田, John, -, -, 山田 John",
                "Smith, 太郎, -, -, 太郎 Smith",
                "김, Minsu, -, -, 김 Minsu",
                "山田A, 太郎, -, -, 山田A 太郎",
                // one part alone
                "山田, -, ヤマダ, -, 山田",
                "-, 太郎, -, タロウ, 太郎",
                "Jackson, -, -, -, Jackson",
                "-, April, -, -, April",
                "'', April, -, -, April",
                "Jackson, '   ', -, -, Jackson",
                // blanks around the parts, the ideographic one included
                "' 山田 ', '　太郎　', ' ヤマダ', -, 山田 太郎",
                "' Jackson', 'April\t', -, -, April Jackson",
                "'\u00a0山田\u00a0', '\u3000\u200b太郎\ufeff', ヤマダ, -, 山田 太郎",
                "'\u00a0', April, -, -, April",
                "'\u3164', '민수\u202f', -, -, 민수",
                "Jackson, '\u2800', -, -, Jackson",
                "van der Berg, Mary Ann, -, -, Mary Ann van der Berg",
                // a family name without letters leaves it to the given name
                "★, たかし, -, -, ★ たかし",
                "♪, タカシ, -, -, ♪ タカシ",
                "😀, 太郎, -, -, 😀 太郎",
                "007, 太郎, -, -, 007 太郎",
                "１２３, 太郎, -, -, １２３ 太郎",
                "㈱, 山田, -, -, ㈱ 山田",
                "(株), 민수, -, -, (株) 민수",
                "・, 小明, -, -, ・ 小明",
                "★, April, -, -, April ★",
                "007, Иван, -, -, Иван 007",
                "-, ★たかし, -, -, ★たかし",
                // the first letter counts, whatever stands before and after it
                "★山田, April, -, -, ★山田 April",
                "☆Smith, 太郎, -, -, 太郎 ☆Smith",
                "2代目山田, 太郎, -, -, 2代目山田 太郎",
                // letters of full width are letters of their script, katakana of half width are katakana
                "Ｓｍｉｔｈ, Ｊｏｈｎ, -, -, Ｊｏｈｎ Ｓｍｉｔｈ",
                "ｽﾐｽ, John, -, -, ｽﾐｽ John",
                "山田, ﾀﾛｳ, -, -, 山田 ﾀﾛｳ",
                // marks that only Japanese has
                "佐々木, 健, -, -, 佐々木 健",
                "〆木, 健, -, -, 〆木 健",
                "々, 健, -, -, 々 健",
                "ー, 健, -, -, ー 健",
                "ｰ, April, -, -, ｰ April",
                "髙橋, 奈々, -, -, 髙橋 奈々",
                // no letters at all
                "😀, 🎉, -, -, 🎉 😀",
                "😀, -, -, -, 😀",
                "-, 123, -, -, 123"
            })
    void partsStandInTheOrderOfTheirScript(
            @Nullable String lastName,
            @Nullable String firstName,
            @Nullable String phoneticLastName,
            @Nullable String phoneticFirstName,
            String full) {
        assertThat(DisplayName.of(name(lastName, firstName, phoneticLastName, phoneticFirstName, "nick")))
                .isEqualTo(full);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} {4} -> {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "Dr., Martin, Luther, King, Jr., Dr. Martin Luther King Jr.",
                "-, Martin, Luther, King, -, Martin Luther King",
                "Dr., -, -, King, -, Dr. King",
                "Dr., Martin, -, -, PhD, Dr. Martin PhD",
                "' ', Martin, '', King, '  ', Martin King",
                "-, 太郎, -, 山田, 様, 山田 太郎 様",
                "Dr., 太郎, -, 山田, Jr., Dr. 山田 太郎 Jr.",
                "-, 민수, -, 김, 님, 김민수 님",
                "-, 太郎, ミドル, 山田, -, 山田 ミドル 太郎",
                "-, 명, 소, 김, -, 김소명",
                "-, Ann, 소, 김, -, 김 소 Ann",
                "-, 민수, M., 김, 님, 김 M. 민수 님",
                "-, 明, 小, 王, -, 王 小 明",
                "Dr., 一郎, M., 衝突, Jr., Dr. 衝突 M. 一郎 Jr.",
                "-, たかし, M., ★, -, ★ M. たかし"
            })
    void prefixMiddleNameAndSuffixHaveTheirPlaces(
            @Nullable String prefix,
            @Nullable String firstName,
            @Nullable String middleName,
            @Nullable String lastName,
            @Nullable String suffix,
            String full) {
        assertThat(DisplayName.of(detailed(name(lastName, firstName, null, null, "nick"), prefix, suffix, middleName)))
                .isEqualTo(full);
    }

    @ParameterizedTest(name = "{0}, {1} in {2}, {3} -> {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "山田, 太郎, ヤマダ, タロウ, ヤマダ タロウ",
                "山田, 太郎, ' やまだ ', -, やまだ",
                "山田, 太郎, -, タロウ, タロウ",
                "-, -, ヤマダ, タロウ, ヤマダ タロウ",
                "Jackson, April, ジャクソン, エイプリル, エイプリル ジャクソン",
                "김, 민수, キム, ミンス, キム ミンス",
                "金, 珉洙, 김, 민수, 김민수",
                "王, 小明, Wang, Xiaoming, Wang Xiaoming",
                "-, -, Jackson, April, April Jackson",
                "山田, 太郎, '', '　', -",
                "山田, 太郎, -, -, -"
            })
    void furiganaStandInTheOrderOfTheirName(
            @Nullable String lastName,
            @Nullable String firstName,
            @Nullable String phoneticLastName,
            @Nullable String phoneticFirstName,
            @Nullable String phonetic) {
        assertThat(name(lastName, firstName, phoneticLastName, phoneticFirstName, "nick")
                        .phoneticFull())
                .isEqualTo(phonetic);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bella", "ベラ", " Bella ", "😀"})
    void theNicknameStandsInWhereThereIsNoName(String nickName) {
        assertThat(DisplayName.of(name(null, null, null, null, nickName))).isEqualTo(nickName.strip());
        assertThat(DisplayName.of(detailed(name(" ", "", "ヤマダ", "タロウ", nickName), "Dr.", "Jr.", null)))
                .isEqualTo(nickName.strip());
    }

    @Test
    void aNameWithoutPartsIsNone() {
        assertThat(DisplayName.of(name(null, null, null, null, null))).isNull();
        assertThat(DisplayName.of(detailed(name("", " ", "\t", "　", "\n"), "", "", "")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud842", "\udfb7", "\udfb7\ud842", "山\ud842", "\u0000", "\u200d", "\ufe0f", "\u0301"})
    void brokenTextIsShownAsItIs(String lastName) {
        assertThat(DisplayName.of(name(lastName, null, null, null, null)))
                .isEqualTo(Text.of(lastName).toString());
    }

    private static DetailedName detailed(
            Name name, @Nullable String prefix, @Nullable String suffix, @Nullable String middleName) {
        return new DetailedName(name, text(prefix), text(suffix), text(middleName));
    }

    /** In the order of {@link Name}. */
    private static Name name(@Nullable String... parts) {
        @Nullable Text[] texts = Arrays.stream(parts).map(DisplayNameTest::text).toArray(Text[]::new);
        return new Name(texts[0], texts[1], texts[2], texts[3], texts[4]);
    }

    private static @Nullable Text text(@Nullable String part) {
        return part == null ? null : Text.of(part);
    }
}
