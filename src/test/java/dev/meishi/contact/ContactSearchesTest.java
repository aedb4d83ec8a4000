package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.DateType;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import dev.meishi.lineworks.ContactSearch.OrderBy;
import dev.meishi.lineworks.ContactSearch.SortOrder;
import dev.meishi.lineworks.Installation;
import dev.meishi.relay.GlobalId;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ContactSearches}: what a filter and an order mean to LINE WORKS, and why it cannot carry some out. */
class ContactSearchesTest {

    private static final ContactSearch ALL =
            new ContactSearch("1", null, null, null, false, null, null, OrderBy.CREATION_TIME, SortOrder.ASC);

    private final ContactSearches searches = new ContactSearches(Installation.NUMBERED, Installation.domains("1", "2"));

    @Test
    void withoutArgumentsAllContactsAreWantedOldestFirst() {
        assertThat(searches.of(null, null)).isEqualTo(new ContactQuery(ALL, null));
        assertThat(searches.of(ContactFilter.NONE, new ContactOrder(null, null)))
                .isEqualTo(new ContactQuery(ALL, null));
    }

    @Test
    void everyConditionHasItsPlace() {
        ContactFilter filter =
                new ContactFilter("2", "word", "tag", null, false, true, "member", null, null, null, null);

        assertThat(searches.of(filter, new ContactOrder(ContactOrderField.NAME, OrderDirection.DESC)))
                .isEqualTo(new ContactQuery(
                        new ContactSearch(
                                "2", "word", "tag", false, true, "member", null, OrderBy.NAME, SortOrder.DESC),
                        null));
    }

    @Test
    void aKeywordIsLookedForHereWhereTheApiSearchesForNone() {
        Capabilities without = new Capabilities(500, 50_000, Duration.ofDays(7), Set.of());
        ContactSearches elsewhere = new ContactSearches(without, Installation.domains("1", "2"));
        ContactFilter filter = new ContactFilter(null, " word ", null, null, null, false, null, null, null, null, null);

        assertThat(elsewhere.of(filter, null)).isEqualTo(new ContactQuery(ALL, null, "word", null, null));
        assertThat(elsewhere.of(filter, null).fingerprint())
                .isNotEqualTo(elsewhere.of(null, null).fingerprint());
        ContactFilter blank = new ContactFilter(null, " ", null, null, null, false, null, null, null, null, null);
        assertThat(elsewhere.of(blank, null)).isEqualTo(new ContactQuery(ALL, null));
    }

    @ParameterizedTest
    @CsvSource({
        "090-1234-5678, 9012345678",
        "'+81 90-1234-5678', 9012345678",
        "'+82 010-1234-5678', 1012345678",
        "０９０（１２３４）５６７８, 9012345678",
        "1234, 1234",
        "'+49 30 1234', 49301234"
    })
    void aPhoneNumberIsSearchedForByTheDigitsThatAllSpellingsHave(String given, String digits) {
        assertThat(searches.of(by(null, given), null).search().phone()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "0123", "+81 012", "---", "12345678901234567890123456789012345678901"})
    void aPhoneNumberHasFourDigitsOrMore(String given) {
        assertThat(refusal(by(null, given))).contains("filter.phone must have 4 to 40 digits");
    }

    @Test
    void aPartOfAnAddressIsSearchedForAsItIs() {
        ContactSearch search = searches.of(by(" @example.com ", null), null).search();

        assertThat(search.email()).isEqualTo("@example.com");
        assertThat(searches.of(by(" ", " "), null)).isEqualTo(new ContactQuery(ALL, null));
        assertThat(search.fingerprint()).isNotEqualTo(ALL.fingerprint());
        assertThat(search.reversed().email()).isEqualTo("@example.com");
    }

    @Test
    void addressesAndNumbersAreRefusedWhereTheApiSearchesForNone() {
        Capabilities without = new Capabilities(500, 50_000, Duration.ofDays(7), Set.of());
        ContactSearches elsewhere = new ContactSearches(without, Installation.domains("1", "2"));

        for (ContactFilter filter : List.of(by("a", null), by(null, "12345"))) {
            Failure refused = catchThrowableOfType(Failure.class, () -> elsewhere.of(filter, null));
            assertThat(refused.code()).isEqualTo(ErrorCode.FEATURE_DISABLED);
            assertThat(refused).hasMessageContaining("filter.keyword");
        }
    }

    private static ContactFilter by(@Nullable String email, @Nullable String phone) {
        return new ContactFilter(null, null, null, null, null, null, null, null, null, email, phone);
    }

    @ParameterizedTest
    @EnumSource
    void everyOrderIsOneOfTheVendorS(ContactOrderField field) {
        for (OrderDirection direction : OrderDirection.values()) {
            ContactSearch search =
                    searches.of(null, new ContactOrder(field, direction)).search();
            assertThat(search.orderBy()).hasToString(field.name());
            assertThat(search.direction()).hasToString(direction.name());
        }
    }

    @Test
    void halfAnOrderIsFilledUp() {
        assertThat(searches.of(null, new ContactOrder(ContactOrderField.NAME, null))
                        .search()
                        .direction())
                .isEqualTo(SortOrder.ASC);
        assertThat(searches.of(null, new ContactOrder(null, OrderDirection.DESC))
                        .search()
                        .orderBy())
                .isEqualTo(OrderBy.CREATION_TIME);
    }

    @Test
    void externalOnlyFalseIsNoCondition() {
        assertThat(searches.of(
                        new ContactFilter(null, null, null, null, null, false, null, null, null, null, null), null))
                .isEqualTo(new ContactQuery(ALL, null));
    }

    @Test
    void aDomainThatIsNotServedIsRefused() {
        assertThat(refusal(new ContactFilter("3", null, null, null, null, null, null, null, null, null, null)))
                .contains("does not serve the requested domain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "　"})
    void aBlankKeywordIsNoConditionAndABlankIdIsRefusedByName(String blank) {
        assertThat(searches.of(
                        new ContactFilter(null, blank, null, null, null, null, null, null, null, null, null), null))
                .isEqualTo(new ContactQuery(ALL, null));
        assertThat(refusal(new ContactFilter(null, null, blank, null, null, null, null, null, null, null, null)))
                .isEqualTo(
                        "filter.tagResourceId must be an id, found a blank text; leave it out to search without it.");
        assertThat(refusal(new ContactFilter(null, null, null, null, null, null, blank, null, null, null, null)))
                .startsWith("filter.accessibleTo must be an id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a & b", " a & b ", "\u3000a & b\u3000", "\u00a0a & b\n"})
    void blanksAroundAKeywordDoNotCount(String keyword) {
        assertThat(searches.of(
                                new ContactFilter(null, keyword, null, null, null, null, null, null, null, null, null),
                                null)
                        .search()
                        .keyword())
                .isEqualTo("a & b");
    }

    @Test
    void whatIsTooLongIsRefusedWithWhatWasFound() {
        assertThat(refusal(
                        new ContactFilter(null, "x".repeat(257), null, null, null, null, null, null, null, null, null)))
                .isEqualTo("filter.keyword must have at most 256 characters, found 257; shorten it.");
    }

    @Test
    void aGlobalIdMeansWhatTheIdAtLineWorksMeans() {
        ContactSearch found = searches.of(
                        with(new GlobalId("Tag", "1", "efse4567").encode(), new GlobalId("Member", "1", "m").encode()),
                        null)
                .search();

        assertThat(found).isEqualTo(searches.of(with("efse4567", "m"), null).search());
        assertThat(found.tagResourceId()).isEqualTo("efse4567");
        assertThat(found.accessibleTo()).isEqualTo("m");
    }

    @Test
    void aGlobalIdOfSomethingElseIsRefused() {
        String contact = new GlobalId("Contact", "1", "c").encode();
        String elsewhere = new GlobalId("Tag", "2", "efse4567").encode();

        assertThat(refusal(with(contact, null)))
                .isEqualTo("filter.tagResourceId must be the id of a Tag, found that of a Contact: '" + contact + "'.");
        assertThat(refusal(with(null, contact)))
                .isEqualTo(
                        "filter.accessibleTo must be the id of a Member, found that of a Contact: '" + contact + "'.");
        assertThat(refusal(with(elsewhere, null)))
                .isEqualTo(
                        "filter.tagResourceId must be an id of the domain that is searched, 1, found one of domain 2: '"
                                + elsewhere + "'; set filter.domainId to that.");
        assertThat(refusal(new ContactFilter(contact, null, null, null, null, null, null, null, null, null, null)))
                .contains("does not serve the requested domain");
    }

    private static ContactFilter with(@Nullable String tag, @Nullable String member) {
        return new ContactFilter(null, null, tag, null, null, null, member, null, null, null, null);
    }

    @Test
    void spansOfBothTimesAreSearchedByTheOneGiven() {
        DateTimeRange day = range("2020-04-05T00:00:00+09:00", "2020-04-06T00:00:00+09:00");
        OffsetDateTime from = OffsetDateTime.parse("2020-04-05T00:00:00+09:00");
        OffsetDateTime to = OffsetDateTime.parse("2020-04-06T00:00:00+09:00");

        assertThat(searches.of(created(day), null).search().between())
                .isEqualTo(new DateWindow(DateType.CREATION_TIME, from, to));
        assertThat(searches.of(modified(day), null).search().between())
                .isEqualTo(new DateWindow(DateType.MODIFICATION_TIME, from, to));
    }

    @Test
    void bothSpansTogetherAreRefused() {
        DateTimeRange day = range("2020-04-05T00:00:00+09:00", "2020-04-06T00:00:00+09:00");

        assertThat(refusal(new ContactFilter(null, null, null, null, null, null, null, day, day, null, null)))
                .contains("createdBetween and modifiedBetween");
    }

    @Test
    void aSpanWithOneEndGoesOnForEverAtTheOtherAndIsTheSameWheneverItIsAskedFor() {
        OffsetDateTime time = OffsetDateTime.parse("2020-04-05T00:00:00.5+09:00");
        OffsetDateTime first = OffsetDateTime.parse("0001-01-01T00:00:00Z");
        OffsetDateTime last = OffsetDateTime.parse("9999-12-31T23:59:59Z");

        assertThat(searches.of(created(new DateTimeRange(time, null)), null))
                .isEqualTo(new ContactQuery(
                        ALL,
                        new DateWindow(
                                DateType.CREATION_TIME, OffsetDateTime.parse("2020-04-05T00:00:01+09:00"), last)));
        assertThat(searches.of(modified(new DateTimeRange(null, time)), null))
                .isEqualTo(new ContactQuery(
                        ALL,
                        new DateWindow(
                                DateType.MODIFICATION_TIME, first, OffsetDateTime.parse("2020-04-05T00:00:00+09:00"))));
    }

    @Test
    void aSpanWithoutEndsIsNoCondition() {
        DateTimeRange none = new DateTimeRange(null, null);

        assertThat(searches.of(
                        new ContactFilter(null, null, null, null, null, null, null, none, none, null, null), null))
                .isEqualTo(new ContactQuery(ALL, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-04-05T00:00:00+09:00, 2020-04-12T00:00:00+09:00",
        "2020-04-05T00:00:00Z, 2020-04-12T09:00:00+09:00",
        "2020-04-05T00:00:00+09:00, 2020-04-11T15:00:00Z",
        "2020-03-28T00:00:00+01:00, 2020-04-04T01:00:00+02:00",
        "2020-04-05T00:00:00.000000001Z, 2020-04-12T00:00:01.999999999Z",
        "2020-04-05T00:00:00Z, 2020-04-12T00:00:00.999999999Z",
        "2020-02-25T00:00:00Z, 2020-03-03T00:00:00Z"
    })
    void sevenDaysAreSearchedWhateverTheOffsets(String from, String to) {
        assertThat(searches.of(created(range(from, to)), null).search().between())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-04-05T00:00:00+09:00, 2020-04-12T00:00:01+09:00",
        "2020-04-04T23:59:59+09:00, 2020-04-12T00:00:00+09:00",
        "2020-03-28T00:00:00+01:00, 2020-04-04T01:00:01+02:00",
        "2020-04-05T00:00:00+09:00, 2020-04-12T00:00:00Z",
        "2020-04-05T00:00:00Z, 2021-04-05T00:00:00Z",
        "0000-01-01T00:00:00Z, 9999-12-31T23:59:59Z"
    })
    void aLongerSpanIsTakenApart(String from, String to) {
        OffsetDateTime start = OffsetDateTime.parse(from);
        OffsetDateTime end = OffsetDateTime.parse(to);

        assertThat(searches.of(created(range(from, to)), null))
                .isEqualTo(new ContactQuery(ALL, new DateWindow(DateType.CREATION_TIME, start, end)));
        assertThat(searches.of(modified(range(from, to)), null))
                .isEqualTo(new ContactQuery(ALL, new DateWindow(DateType.MODIFICATION_TIME, start, end)));
    }

    @Test
    void listsOfDifferentSpansHaveDifferentCursors() {
        ContactQuery long1 = searches.of(created(range("2020-04-05T00:00:00Z", "2021-04-05T00:00:00Z")), null);
        ContactQuery long2 = searches.of(created(range("2020-04-05T00:00:00Z", "2021-04-06T00:00:00Z")), null);
        ContactQuery modified = searches.of(modified(range("2020-04-05T00:00:00Z", "2021-04-05T00:00:00Z")), null);
        ContactQuery sameElsewhere =
                searches.of(created(range("2020-04-05T09:00:00+09:00", "2021-04-05T09:00:00+09:00")), null);

        assertThat(List.of(
                        long1.fingerprint(),
                        long2.fingerprint(),
                        modified.fingerprint(),
                        searches.of(null, null).fingerprint()))
                .doesNotHaveDuplicates();
        assertThat(sameElsewhere.fingerprint()).isEqualTo(long1.fingerprint());
    }

    @Test
    void aSpanThatEndsBeforeItStartsIsRefused() {
        assertThat(refusal(created(range("2020-04-05T00:00:01Z", "2020-04-05T00:00:00Z"))))
                .contains("must start before it ends")
                .contains("2020-04-05T00:00:01Z");
        assertThat(refusal(created(range("2020-04-05T00:00:00.2Z", "2020-04-05T00:00:00.1Z"))))
                .contains("must start before it ends");
        assertThat(refusal(created(range("2020-04-05T00:00:00Z", "2020-04-05T08:59:59+09:00"))))
                .contains("must start before it ends");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-04-05T00:00:00.1+09:00, 2020-04-05T00:00:09.9+09:00, 2020-04-05T00:00:01+09:00, 2020-04-05T00:00:09+09:00",
        "2020-04-05T23:59:59.000000001Z, 2020-04-06T00:00:00.999Z, 2020-04-06T00:00:00Z, 2020-04-06T00:00:00Z",
        "2020-12-31T23:59:59.5Z, 2021-01-01T00:00:00Z, 2021-01-01T00:00:00Z, 2021-01-01T00:00:00Z",
        "2020-04-05T00:00:00Z, 2020-04-05T00:00:00Z, 2020-04-05T00:00:00Z, 2020-04-05T00:00:00Z",
        "2020-04-05T00:00:00Z, 2020-04-05T00:00:00.9Z, 2020-04-05T00:00:00Z, 2020-04-05T00:00:00Z"
    })
    void aFractionOfASecondMovesEachEndInwards(
            String from, String to, OffsetDateTime searchedFrom, OffsetDateTime searchedTo) {
        assertThat(searches.of(modified(range(from, to)), null).search().between())
                .isEqualTo(new DateWindow(DateType.MODIFICATION_TIME, searchedFrom, searchedTo));
    }

    @Test
    void aSpanBetweenTwoSecondsIsRefusedForNoContactCanBeInIt() {
        assertThat(refusal(created(range("2020-04-05T00:00:00.1Z", "2020-04-05T00:00:00.9Z"))))
                .contains("filter.createdBetween")
                .contains("must include a whole second");
    }

    @Test
    void theEndOfTheCalendarIsATimeLikeAnyOther() {
        assertThat(searches.of(created(range("9999-12-31T23:59:58.5Z", "9999-12-31T23:59:59.9Z")), null)
                        .search()
                        .between())
                .isNotNull();
        assertThat(refusal(created(range("9999-12-31T23:59:59.5Z", "9999-12-31T23:59:59.9Z"))))
                .contains("must include a whole second");
    }

    private @Nullable String refusal(ContactFilter filter) {
        Failure failure = catchThrowableOfType(Failure.class, () -> searches.of(filter, null));
        assertThat(failure).as("%s", filter).isNotNull();
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        return failure.getMessage();
    }

    private static ContactFilter created(DateTimeRange range) {
        return new ContactFilter(null, null, null, null, null, null, null, range, null, null, null);
    }

    private static ContactFilter modified(DateTimeRange range) {
        return new ContactFilter(null, null, null, null, null, null, null, null, range, null, null);
    }

    private static DateTimeRange range(String from, String to) {
        return new DateTimeRange(OffsetDateTime.parse(from), OffsetDateTime.parse(to));
    }
}
