package dev.meishi.lineworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.Cursor;
import dev.meishi.lineworks.ContactSearch.DateType;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import dev.meishi.lineworks.ContactSearch.OrderBy;
import dev.meishi.lineworks.ContactSearch.SortOrder;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link ContactSearch}: two searches share cursors only if they are the same list. */
class ContactSearchTest {

    private static final OffsetDateTime FROM = OffsetDateTime.parse("2020-04-05T00:00:00+09:00");
    private static final OffsetDateTime TO = OffsetDateTime.parse("2020-04-06T00:00:00+09:00");
    private static final DateWindow DAY = new DateWindow(DateType.CREATION_TIME, FROM, TO);

    @Test
    void everyComponentCountsInTheFingerprint() {
        List<Long> fingerprints =
                everyVariant().stream().map(ContactSearch::fingerprint).toList();

        assertThat(fingerprints).doesNotHaveDuplicates();
    }

    @Test
    void equalSearchesHaveOneFingerprint() {
        assertThat(everyVariant())
                .zipSatisfy(
                        everyVariant(),
                        (one, other) -> assertThat(one.fingerprint()).isEqualTo(other.fingerprint()));
    }

    @Test
    void aTextCountsForTheConditionItIsGivenFor() {
        assertThat(List.of(
                        search("x", null, null).fingerprint(),
                        search(null, "x", null).fingerprint(),
                        search(null, null, "x").fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aSearchOfBeforeThereWereAddressesAndNumbersHasItsFingerprintStill() {
        ContactSearch search = new ContactSearch("1", "k", "t", true, true, "u", null, OrderBy.NAME, SortOrder.ASC);

        assertThat(search.fingerprint())
                .isEqualTo(Cursor.fingerprint(
                        "contacts", "1", "k", "t", true, true, "u", null, null, null, OrderBy.NAME, SortOrder.ASC));
    }

    @Test
    void theSameInstantsInAnotherOffsetAreTheSameList() {
        ZoneOffset newYork = ZoneOffset.ofHours(-4);
        DateWindow elsewhere = new DateWindow(
                DateType.CREATION_TIME, FROM.withOffsetSameInstant(ZoneOffset.UTC), TO.withOffsetSameInstant(newYork));

        assertThat(between(elsewhere).fingerprint()).isEqualTo(between(DAY).fingerprint());
    }

    @Test
    void theSameClockTimeInAnotherOffsetIsAnotherList() {
        DateWindow elsewhere = new DateWindow(DateType.CREATION_TIME, FROM.withOffsetSameLocal(ZoneOffset.UTC), TO);

        assertThat(between(elsewhere).fingerprint()).isNotEqualTo(between(DAY).fingerprint());
    }

    @Test
    void aSearchReversedDiffersInItsDirectionAlone() {
        for (ContactSearch search : everyVariant()) {
            ContactSearch reversed = search.reversed();

            assertThat(reversed.direction()).isNotEqualTo(search.direction());
            assertThat(reversed)
                    .usingRecursiveComparison()
                    .ignoringFields("direction")
                    .isEqualTo(search);
            assertThat(reversed.fingerprint()).isNotEqualTo(search.fingerprint());
            assertThat(reversed.reversed()).isEqualTo(search);
        }
    }

    /** One search, and one that differs from it in each component alone. */
    private static List<ContactSearch> everyVariant() {
        OrderBy name = OrderBy.NAME;
        SortOrder asc = SortOrder.ASC;
        List<ContactSearch> all = new ArrayList<>();
        all.add(new ContactSearch("1", "k", "t", true, true, "u", DAY, name, asc));
        all.add(new ContactSearch("2", "k", "t", true, true, "u", DAY, name, asc));
        for (@Nullable String keyword : new @Nullable String[] {null, "", "K", "k "}) {
            all.add(new ContactSearch("1", keyword, "t", true, true, "u", DAY, name, asc));
        }
        for (@Nullable String tag : new @Nullable String[] {null, "", "T"}) {
            all.add(new ContactSearch("1", "k", tag, true, true, "u", DAY, name, asc));
        }
        all.add(new ContactSearch("1", "k", "t", false, true, "u", DAY, name, asc));
        all.add(new ContactSearch("1", "k", "t", null, true, "u", DAY, name, asc));
        all.add(new ContactSearch("1", "k", "t", true, false, "u", DAY, name, asc));
        for (@Nullable String member : new @Nullable String[] {null, "", "U"}) {
            all.add(new ContactSearch("1", "k", "t", true, true, member, DAY, name, asc));
        }
        for (@Nullable
        DateWindow between : new @Nullable DateWindow[] {
            null,
            new DateWindow(DateType.MODIFICATION_TIME, FROM, TO),
            new DateWindow(DateType.CREATION_TIME, FROM.plusSeconds(1), TO),
            new DateWindow(DateType.CREATION_TIME, FROM, TO.plusSeconds(1))
        }) {
            all.add(new ContactSearch("1", "k", "t", true, true, "u", between, name, asc));
        }
        all.add(new ContactSearch("1", "k", "t", true, true, "u", DAY, OrderBy.CREATION_TIME, asc));
        all.add(new ContactSearch("1", "k", "t", true, true, "u", DAY, OrderBy.MODIFICATION_TIME, asc));
        all.add(new ContactSearch("1", "k", "t", true, true, "u", DAY, name, SortOrder.DESC));
        all.add(new ContactSearch("1", "k", "t", true, true, "u", DAY, name, asc, "e", null));
        all.add(new ContactSearch("1", "k", "t", true, true, "u", DAY, name, asc, null, "e"));
        all.add(new ContactSearch("1", "k", "t", true, true, "u", DAY, name, asc, "e", "e"));
        return all;
    }

    private static ContactSearch search(
            @Nullable String keyword, @Nullable String tagResourceId, @Nullable String accessibleTo) {
        return new ContactSearch(
                "1", keyword, tagResourceId, null, false, accessibleTo, null, OrderBy.CREATION_TIME, SortOrder.ASC);
    }

    private static ContactSearch between(DateWindow between) {
        return new ContactSearch("1", null, null, null, false, null, between, OrderBy.CREATION_TIME, SortOrder.ASC);
    }
}
