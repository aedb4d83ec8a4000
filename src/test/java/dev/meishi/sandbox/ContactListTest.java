package dev.meishi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.sandbox.data.ContactEntry;
import dev.meishi.sandbox.data.VendorSamples;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactListTest {

    @BeforeEach
    void startAfresh() {
        Call.startAfresh();
    }

    @Test
    void theFirstPageStartsWithTheVendorsSamples() {
        JsonObject page = Call.page();

        assertThat(Call.objects(page.getJsonArray("contacts")))
                .hasSize(500)
                .startsWith(VendorSamples.contacts().toArray(JsonObject[]::new));
        assertThat(page.getInteger("nextPage")).isEqualTo(2);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetitionInEveryOrder() {
        for (ContactEntry.Order order : ContactEntry.Order.values()) {
            for (String direction : List.of("ASC", "DESC")) {
                List<String> ids = new ArrayList<>();
                for (int page = 1; page <= 4; page++) {
                    JsonObject answer =
                            Call.page("page", page, "maxResults", 300, "orderBy", order, "sortOrder", direction);
                    ids.addAll(Call.ids(answer));
                    assertThat(answer.getInteger("nextPage")).isEqualTo(page < 4 ? page + 1 : null);
                }
                assertThat(ids).hasSize(1000).doesNotHaveDuplicates();
                assertThat(ids).isEqualTo(Call.truth("orderBy", order, "sortOrder", direction));
            }
        }
    }

    @Test
    void aLastPageThatIsJustFullHasNoNextPage() {
        assertThat(Call.page("page", 2).containsKey("nextPage")).isFalse();
        assertThat(Call.page("page", 3).getJsonArray("contacts")).isEmpty();
    }

    @Test
    void listedNamesLackTheThreePartsOnlyASingleContactHas() {
        assertThat(contacts())
                .allSatisfy(contact -> assertThat(contact.getJsonObject("name").fieldNames())
                        .doesNotContain("prefix", "suffix", "middleName"));
    }

    @Test
    void aWindowIncludesBothOfItsEnds() {
        String time = "2020-04-05T19:30:04+09:00";

        assertThat(ids("startDateTime", time, "endDateTime", time))
                .containsExactly("550e8400-e29b-41d4-a716-446655440000");
        assertThat(ids("startDateTime", "2020-04-05T10:30:05Z", "endDateTime", "2020-04-05T11:00:00Z"))
                .isEmpty();
    }

    @Test
    void aWindowByModificationTimeLooksAtThat() {
        String time = "2020-04-03T07:30:04+09:00";

        assertThat(ids("searchDateType", "MODIFICATION_TIME", "startDateTime", time, "endDateTime", time))
                .containsExactly("230e2625-x31b-41d4-a916-689055440000");
        assertThat(ids("searchDateType", "modification_time", "startDateTime", time, "endDateTime", time))
                .isEmpty();
    }

    @Test
    void oneBoundAloneMeansTheSevenDaysNextToIt() {
        assertThat(ids("startDateTime", "2024-05-01T00:00:00+09:00"))
                .isNotEmpty()
                .isEqualTo(
                        ids("startDateTime", "2024-05-01T00:00:00+09:00", "endDateTime", "2024-05-08T00:00:00+09:00"));
        assertThat(ids("endDateTime", "2024-05-08T00:00:00+09:00"))
                .isEqualTo(ids("startDateTime", "2024-05-01T00:00:00+09:00"));
        assertThat(ids("startDateTime", "2024-05-01T00:00:00+09:00")).isEqualTo(idsWhere(contact -> {
            OffsetDateTime created = OffsetDateTime.parse(contact.getString("creationTime"));
            return !created.isBefore(OffsetDateTime.parse("2024-05-01T00:00:00+09:00"))
                    && !created.isAfter(OffsetDateTime.parse("2024-05-08T00:00:00+09:00"));
        }));
    }

    @Test
    void aWindowOfMoreThanSevenDaysIsRefused() {
        assertInvalid("startDateTime", "2024-05-01T00:00:00+09:00", "endDateTime", "2024-05-08T00:00:01+09:00");
        assertInvalid("startDateTime", "2024-05-02T00:00:00+09:00", "endDateTime", "2024-05-01T00:00:00+09:00");
    }

    @Test
    void aTagFiltersByItsId() {
        String tag = VendorSamples.TAG_IDS.get(0);

        assertThat(ids("tagResourceId", tag))
                .hasSizeGreaterThan(10)
                .isEqualTo(idsWhere(contact ->
                        contact.getJsonArray("tagResourceIds", new JsonArray()).contains(tag)));
        assertThat(ids("tagResourceId", "unknown")).isEmpty();
    }

    @Test
    void openFiltersBothWays() {
        assertThat(ids("open", true)).isEqualTo(idsWhere(contact -> contact.getBoolean("open")));
        assertThat(ids("open", false)).isNotEmpty().isEqualTo(idsWhere(contact -> !contact.getBoolean("open")));
    }

    @Test
    void externalContactsCanBeAskedForButNotExcluded() {
        assertThat(ids("filterWorksAt", true))
                .hasSizeGreaterThan(100)
                .isEqualTo(idsWhere(contact -> contact.containsKey("worksAt")));
        assertThat(ids("filterWorksAt", false)).hasSize(1000);
    }

    @Test
    void aMemberSeesWhatIsOpenTheirsOrSharedWithThemOrWithTheirTeams() {
        Set<String> identities = Set.of(
                "account12@example.com",
                "orgunit12@example.com",
                "group1@example.com",
                "group2@example.com",
                "group3@example.com",
                "group5@example.com");

        assertThat(ids("userId", "account12@example.com"))
                .isEqualTo(idsWhere(contact -> contact.getBoolean("open")
                        || contact.getString("masterUserId").equals("account12@example.com")
                        || Call.objects(contact.getJsonArray("sharedMembers")).stream()
                                .anyMatch(member -> identities.contains(member.getString("id")))));
        assertThat(ids("userId", "nobody@example.com")).isEqualTo(ids("open", true));
    }

    @Test
    void aKeywordIsFoundInNamesCompaniesAndTagNamesInAnyCase() {
        assertThat(ids("keyword", "jackson")).contains("230e2625-x31b-41d4-a916-689055440000");
        assertThat(ids("keyword", "BELLA")).contains("230e2625-x31b-41d4-a916-689055440000");
        assertThat(ids("keyword", "サトウ")).isNotEmpty();
        assertThat(ids("keyword", "no such thing")).isEmpty();
        Set<String> tags =
                Call.objects(Call.json(Call.authenticated().get(Call.TAGS)).getJsonArray("contactTags")).stream()
                        .filter(tag -> tag.getString("contactTagName").contains("東"))
                        .map(tag -> tag.getString("contactTagId"))
                        .collect(Collectors.toSet());
        List<String> found = ids("keyword", "東");
        assertThat(found)
                .isNotEmpty()
                .isEqualTo(idsWhere(contact -> (contact.getJsonObject("name").encode()
                                        + Call.objects(contact.getJsonArray("organizations", new JsonArray())).stream()
                                                .map(company -> company.getString("name"))
                                                .toList())
                                .toLowerCase(Locale.ROOT)
                                .contains("東")
                        || contact.getJsonArray("tagResourceIds", new JsonArray()).stream()
                                .anyMatch(tags::contains)));
    }

    @Test
    void filtersNarrowEachOtherAndPageLikeTheWhole() {
        List<String> expected = Call.truth("open", true, "keyword", "a", "orderBy", "NAME", "sortOrder", "DESC");
        List<String> ids = new ArrayList<>();
        Integer page = 1;
        while (page != null) {
            JsonObject answer = Call.page(
                    "open",
                    true,
                    "keyword",
                    "a",
                    "orderBy",
                    "NAME",
                    "sortOrder",
                    "DESC",
                    "maxResults",
                    7,
                    "page",
                    page);
            ids.addAll(Call.ids(answer));
            assertThat(ids).doesNotHaveDuplicates();
            page = answer.getInteger("nextPage");
        }

        assertThat(ids).hasSizeGreaterThan(14).isEqualTo(expected);
    }

    @Test
    void whatIsPastTheFiftyThousandthPlaceIsRefused() {
        assertThat(Call.contacts("page", 100, "maxResults", 500).statusCode()).isEqualTo(200);
        assertThat(Call.contacts("page", 50_000, "maxResults", 1).statusCode()).isEqualTo(200);
        assertInvalid("page", 101, "maxResults", 500);
        assertInvalid("page", 50_001, "maxResults", 1);
        assertInvalid("page", Integer.MAX_VALUE, "maxResults", 500);
    }

    @Test
    void anUnreadableParameterIsRefusedByName() {
        assertInvalid("page", 0);
        assertInvalid("page", "x");
        assertInvalid("maxResults", 0);
        assertInvalid("maxResults", 501);
        assertInvalid("open", "yes");
        assertInvalid("filterWorksAt", 1);
        assertInvalid("startDateTime", "2024-05-01");
        assertInvalid("endDateTime", "2024-05-01T00:00:00 09:00");
        assertInvalid("orderBy", "name");
        assertInvalid("sortOrder", "UP");
    }

    @Test
    void aBlankParameterCountsAsAbsent() {
        assertThat(Call.page("keyword", "", "page", "", "open", "")).isEqualTo(Call.page());
    }

    private static void assertInvalid(Object... parameters) {
        var response = Call.contacts(parameters);
        assertThat(response.statusCode()).isEqualTo(400);
        JsonObject body = new JsonObject(response.asString());
        assertThat(body.getString("code")).isEqualTo("INVALID_PARAMETER");
        assertThat(body.getString("message")).contains(parameters[0].toString());
        assertThat(body.fieldNames()).containsExactly("code", "message");
    }

    /** What a filter lets through, on as many pages as it takes. */
    private static List<String> ids(Object... parameters) {
        return listed(parameters).stream()
                .map(contact -> contact.getString("resourceId"))
                .toList();
    }

    private static List<String> idsWhere(Predicate<JsonObject> condition) {
        return contacts().stream()
                .filter(condition)
                .map(contact -> contact.getString("resourceId"))
                .toList();
    }

    private static List<JsonObject> contacts() {
        return listed();
    }

    private static List<JsonObject> listed(Object... parameters) {
        List<JsonObject> contacts = new ArrayList<>();
        for (int page = 1; page <= 2; page++) {
            List<Object> all = new ArrayList<>(List.of(parameters));
            all.addAll(List.of("page", page));
            contacts.addAll(Call.objects(Call.page(all.toArray()).getJsonArray("contacts")));
        }
        return contacts;
    }
}
