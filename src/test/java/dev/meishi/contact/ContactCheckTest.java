package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.Capabilities.Ability;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.OrderBy;
import dev.meishi.lineworks.ContactSearch.SortOrder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ContactCheck}: what is checked here of what LINE WORKS finds, and in what a {@link Keyword} is looked for. */
class ContactCheckTest {

    private static final Capabilities COMBINING = api(Set.of(Ability.COMBINED_CONDITIONS));
    private static final Capabilities UNKNOWN = api(Set.of());

    private static final Contact CONTACT = ReadContact.alone("1", """
            {"resourceId":"c","open":true,"tagResourceIds":["t1"],
             "name":{"lastName":"Yamada","firstName":"Hanako","phoneticLastName":"ヤマダ","phoneticFirstName":"ハナコ",
               "nickName":"Sunny","prefix":"Dr.","suffix":"PhD","middleName":"Lou"},
             "emails":[{"address":"Hanako@Example.com"}],"phones":[{"value":"090-1234-5678","type":"WORK"}],
             "organizations":[{"name":"First Co"},{"name":"株式会社Second"}]}""");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, false, -, -, false, true",
                "t1, -, false, -, -, false, true",
                "t2, -, false, -, -, false, true",
                "t1, true, false, -, -, true, true",
                "t2, true, false, -, -, true, false",
                "t1, false, false, -, -, true, false",
                "-, true, true, -, -, true, false",
                "t1, -, false, example, -, true, true",
                "t2, -, false, example, -, true, false",
                "-, -, false, example, -, true, true",
                "-, -, false, elsewhere, -, true, false",
                "-, -, false, -, 12345678, true, true",
                "-, -, false, -, 12345679, true, false",
                "-, -, false, example, 12345679, true, false"
            })
    void conditionsAreCheckedWhereThereAreSeveralOrTheyAreOfParts(
            @Nullable String tag,
            @Nullable Boolean open,
            boolean externalOnly,
            @Nullable String email,
            @Nullable String phone,
            boolean isNeeded,
            boolean isPassed) {
        ContactCheck check = ContactCheck.of(search(tag, open, externalOnly, email, phone), UNKNOWN);

        assertThat(check.isNeeded()).isEqualTo(isNeeded);
        assertThat(check.isPassedBy(CONTACT)).isEqualTo(isPassed);
        assertThat(check.isSparse()).isFalse();
    }

    @Test
    void whereAllConditionsAreKnownToHoldNothingIsChecked() {
        assertThat(ContactCheck.of(search("t2", false, true, null, null), COMBINING)
                        .isNeeded())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"t1, t1, true", "t1, t2, false", "t2, t1, false"})
    void severalTagsAreLookedForInEachContact(String all, String any, boolean isPassed) {
        TagMatch tags = new TagMatch(List.of(Text.of(all)), List.of(Text.of(any)));
        ContactCheck check = ContactCheck.of(search(null, null, false, null, null), null, null, tags, COMBINING);

        assertThat(check.isSparse()).isTrue();
        assertThat(check.isPassedBy(CONTACT)).isEqualTo(isPassed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "YAMA",
                "hana",
                "ﾔﾏﾀﾞ",
                "ハナコ",
                "sunny",
                "dr.",
                "phd",
                "LOU",
                "First",
                "株式会社ｓｅｃｏｎｄ",
                "partner",
                "Yamada Hanako",
                "hanako yamada",
                "YamadaHanako",
                "yamada \t hanako",
                "ｙａｍａｄａ　ｈａｎａｋｏ",
                "ヤマダ ハナコ",
                "ﾊﾅｺ ﾔﾏﾀﾞ",
                "ヤマダハナコ"
            })
    void aKeywordIsLookedForInNamesCompaniesAndTagsHoweverItIsWritten(String keyword) {
        ContactCheck check = keyword(keyword);

        assertThat(check.isSparse()).isTrue();
        assertThat(check.isPassedBy(CONTACT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "090-1234", "5678", "other", "Hanako Dr.", "Lou First", "Yamada ハナコ"})
    void aKeywordIsNotLookedForElsewhereOrAcrossPlaces(String keyword) {
        assertThat(keyword(keyword).isPassedBy(CONTACT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "lastName, yam, true",
        "firstName, yam, true",
        "phoneticLastName, yam, true",
        "phoneticFirstName, yam, true",
        "lastName, yamada hanako, false",
        "firstName, null, false"
    })
    void aNameMayHaveOnePartAlone(String part, String keyword, boolean isPassed) {
        Contact contact = ReadContact.alone(
                "1", "{\"resourceId\":\"c\",\"name\":{\"" + part + "\":\"Yamada\"},\"tagResourceIds\":[\"t3\"]}");

        assertThat(keyword(keyword).isPassedBy(contact)).isEqualTo(isPassed);
    }

    /** As the tags of the domain are called: t1 is Partner, t2 is other. */
    private static ContactCheck keyword(String text) {
        Keyword keyword = Objects.requireNonNull(Keyword.of(text));
        TagNames tags = new TagNames() {
            @Override
            public int calls(String domainId, Ledger ledger) {
                return 0;
            }

            @Override
            public Uni<Set<Text>> having(String domainId, Predicate<String> isWanted, Ledger ledger) {
                Set<Text> ids = new HashSet<>();
                Map.of("t1", "Partner", "t2", "other").forEach((id, name) -> {
                    if (isWanted.test(name)) {
                        ids.add(Text.of(id));
                    }
                });
                return Uni.createFrom().item(ids);
            }
        };
        Ledger ledger = Ledger.admitted(OperationTerms.background(Duration.ofSeconds(9)));
        keyword.readTags(tags, "1", ledger).await().indefinitely();
        return ContactCheck.of(search(null, null, false, null, null), keyword, null, null, UNKNOWN);
    }

    private static ContactSearch search(
            @Nullable String tag,
            @Nullable Boolean open,
            boolean externalOnly,
            @Nullable String email,
            @Nullable String phone) {
        return new ContactSearch(
                "1", null, tag, open, externalOnly, null, null, OrderBy.NAME, SortOrder.ASC, email, phone);
    }

    private static Capabilities api(Set<Ability> abilities) {
        return new Capabilities(500, 50_000, Duration.ofDays(7), abilities);
    }
}
