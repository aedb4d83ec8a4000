package dev.meishi.sandbox.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.sandbox.Call;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactListsTest {

    private static final String MAY = "2024-05-01T00:00:00+09:00";
    private static final String WEEK_LATER = "2024-05-08T00:00:00+09:00";

    @BeforeEach
    @AfterEach
    void startAfresh() {
        SecondCall.startAfresh();
    }

    @Test
    void aPageHasAHundredContactsUnlessAskedOtherwiseAndACursorUntilTheLast() {
        JsonObject page = SecondCall.json("/contacts");

        assertThat(page.getJsonArray("contacts")).hasSize(100);
        assertThat(page.getJsonObject("responseMetaData").getString("nextCursor"))
                .isNotBlank();
        JsonObject whole = SecondCall.json("/contacts", "count", 500, "accessibleRange", "MEMBER");
        assertThat(whole.getJsonObject("responseMetaData")).isEqualTo(new JsonObject());
    }

    @Test
    void pagesFollowEachOtherInEveryOrder() {
        for (String field : List.of("name", "createdTime", "modifiedTime")) {
            String first =
                    field.equals("name") ? "NAME" : field.equals("createdTime") ? "CREATION_TIME" : "MODIFICATION_TIME";

            assertThat(SecondCall.ids("/contacts", "count", 300, "orderBy", field + " asc"))
                    .hasSize(1000)
                    .isEqualTo(Call.truth("orderBy", first));
            assertThat(SecondCall.ids("/contacts", "count", 70, "orderBy", field + " desc"))
                    .isEqualTo(Call.truth("orderBy", first, "sortOrder", "DESC"));
        }
        assertThat(SecondCall.ids("/contacts", "count", 500, "orderBy", "name"))
                .isEqualTo(Call.truth("orderBy", "NAME"));
    }

    @Test
    void whatIsAddedOrDeletedMeanwhileNeitherRepeatsNorHidesAContact() {
        List<String> before = Call.truth("orderBy", "NAME");
        String token = SecondCall.token();
        List<String> seen = new ArrayList<>();
        List<String> deleted = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonObject page =
                    Call.json(SecondCall.get(token, "/contacts", "count", 90, "orderBy", "name asc", "cursor", cursor));
            List<String> ids = Call.objects(page.getJsonArray("contacts")).stream()
                    .map(contact -> contact.getString("contactId"))
                    .toList();
            seen.addAll(ids);
            cursor = page.getJsonObject("responseMetaData").getString("nextCursor");
            Call.control("DELETE", "contacts/" + ids.get(ids.size() - 1));
            deleted.add(ids.get(0));
            Call.control("DELETE", "contacts/" + ids.get(0));
            Call.control("POST", "changes", new JsonObject().put("inserts", 20));
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(before).containsAll(deleted);
    }

    @Test
    void aCursorIsBoundToItsListItsFiltersAndItsOrder() {
        String token = SecondCall.token();
        String cursor = next(SecondCall.json("/contacts", "accessibleRange", "ALL", "orderBy", "name desc"));

        assertThat(status(token, "/contacts", cursor, "accessibleRange", "ALL", "orderBy", "name desc"))
                .isEqualTo("200 null");
        assertThat(List.of(
                        status(token, "/contacts", cursor, "orderBy", "name desc"),
                        status(token, "/contacts", cursor, "accessibleRange", "ALL", "orderBy", "name asc"),
                        status(token, "/contacts", cursor, "accessibleRange", "MEMBER", "orderBy", "name desc"),
                        status(
                                token,
                                "/users/account1@example.com/contacts",
                                cursor,
                                "accessibleRange",
                                "ALL",
                                "orderBy",
                                "name desc"),
                        status(token, "/contacts", "bm90IG9uZQ==", "accessibleRange", "ALL", "orderBy", "name desc"),
                        status(token, "/contacts", "%", "accessibleRange", "ALL", "orderBy", "name desc"),
                        status(token, "/contact-tags", cursor)))
                .containsOnly("400 INVALID_PARAMETER");
    }

    @Test
    void howCursorsAreReadCanBeChanged() {
        String token = SecondCall.token();
        String cursor = next(SecondCall.json("/contacts"));
        assertThat(next(SecondCall.json("/contacts"))).isEqualTo(cursor);
        assertThat(status(token, "/contacts", cursor, "count", 7)).isEqualTo("200 null");

        SecondCall.reading("cursorText", "FRESH");
        assertThat(next(SecondCall.json("/contacts"))).isNotEqualTo(next(SecondCall.json("/contacts")));

        SecondCall.reading("cursorCount", "FIXED");
        cursor = next(SecondCall.json("/contacts"));
        assertThat(status(token, "/contacts", cursor, "count", 7)).isEqualTo("400 INVALID_PARAMETER");
        assertThat(status(token, "/contacts", cursor, "count", 100)).isEqualTo("200 null");

        SecondCall.reading("cursorUse", "ONCE");
        cursor = next(SecondCall.json("/contacts"));
        assertThat(status(token, "/contacts", cursor)).isEqualTo("200 null");
        assertThat(status(token, "/contacts", cursor)).isEqualTo("400 INVALID_PARAMETER");

        SecondCall.reading("lastCursor", "EMPTY");
        assertThat(next(SecondCall.json("/contacts", "email", "april.jackson@")))
                .isEmpty();
        SecondCall.reading("lastCursor", "NULL");
        assertThat(SecondCall.json("/contacts", "email", "april.jackson@").getJsonObject("responseMetaData"))
                .isEqualTo(new JsonObject().putNull("nextCursor"));
    }

    @Test
    void aCountAboveTheCapIsRefusedOrAsItIsRead() {
        assertThat(code("/contacts", "count", 0)).isEqualTo("400 INVALID_PARAMETER");
        assertThat(code("/contacts", "count", 501)).isEqualTo("400 INVALID_PARAMETER");
        assertThat(code("/contacts", "count", "x")).isEqualTo("400 INVALID_PARAMETER");
        SecondCall.reading("countAboveCap", "CLAMPED");
        assertThat(SecondCall.json("/contacts", "count", 501).getJsonArray("contacts"))
                .hasSize(500);
        SecondCall.reading("countAboveCap", "EMPTY");
        assertThat(SecondCall.json("/contacts", "count", 501))
                .isEqualTo(new JsonObject().put("contacts", new JsonArray()).put("responseMetaData", new JsonObject()));
    }

    @Test
    void aListEndsAfterTheVendorsFiftyThousand() {
        SecondCall.reading("reach", 250);
        assertThat(SecondCall.ids("/contacts", "count", 100))
                .isEqualTo(Call.truth().subList(0, 250));

        Call.control("PUT", "2.0/readings", new JsonObject().put("reach", 250).put("beyondReach", "REFUSED"));
        String token = SecondCall.token();
        String cursor = "";
        for (int i = 0; i < 3; i++) {
            cursor = next(Call.json(SecondCall.get(token, "/contacts", "cursor", cursor)));
        }
        assertThat(status(token, "/contacts", cursor)).isEqualTo("400 LIMIT_EXCEEDED");
    }

    @Test
    void aWindowNeedsATypeAndHasSevenDaysAtMost() {
        assertThat(SecondCall.ids(
                        "/contacts", "searchDateType", "CREATED_TIME", "startDateTime", MAY, "endDateTime", WEEK_LATER))
                .isNotEmpty()
                .isEqualTo(Call.truth("startDateTime", MAY, "endDateTime", WEEK_LATER))
                .isEqualTo(SecondCall.ids("/contacts", "searchDateType", "CREATED_TIME", "startDateTime", MAY))
                .isEqualTo(SecondCall.ids("/contacts", "searchDateType", "CREATED_TIME", "endDateTime", WEEK_LATER));
        assertThat(code("/contacts", "startDateTime", MAY)).isEqualTo("400 MISSING_PARAMETER");
        assertThat(code(
                        "/contacts",
                        "searchDateType",
                        "CREATED_TIME",
                        "startDateTime",
                        MAY,
                        "endDateTime",
                        "2024-05-08T00:00:01.000+09:00"))
                .isEqualTo("400 OUT_OF_RANGE");
        assertThat(code("/contacts", "searchDateType", "MODIFIED", "startDateTime", MAY))
                .isEqualTo("400 INVALID_PARAMETER");
        assertThat(code("/contacts", "searchDateType", "MODIFIED_TIME", "startDateTime", "2024-05-01"))
                .isEqualTo("400 INVALID_PARAMETER");
    }

    @Test
    void howWindowsAreReadCanBeChanged() {
        String time = "2020-04-05T19:30:04+09:00";
        Object[] instant = {"searchDateType", "CREATED_TIME", "startDateTime", time, "endDateTime", time};
        assertThat(SecondCall.ids("/contacts", instant)).containsExactly("550e8400-e29b-41d4-a716-446655440000");
        SecondCall.reading("bounds", "END_EXCLUSIVE");
        assertThat(SecondCall.ids("/contacts", instant)).isEmpty();
        SecondCall.reading("endAlone", "REFUSED");
        assertThat(code("/contacts", "searchDateType", "CREATED_TIME", "endDateTime", time))
                .isEqualTo("400 MISSING_PARAMETER");
        SecondCall.reading("endAlone", "FORWARD");
        assertThat(SecondCall.ids("/contacts", "searchDateType", "CREATED_TIME", "endDateTime", MAY))
                .isEqualTo(Call.truth("startDateTime", MAY, "endDateTime", WEEK_LATER));
        SecondCall.reading("wideWindow", "INVALID_PARAMETER");
        assertThat(code(
                        "/contacts",
                        "searchDateType",
                        "CREATED_TIME",
                        "startDateTime",
                        MAY,
                        "endDateTime",
                        "2024-06-01T00:00:00Z"))
                .isEqualTo("400 INVALID_PARAMETER");
    }

    @Test
    void anAddressAndANumberAreFoundByParts() {
        assertThat(SecondCall.ids("/contacts", "email", "APRIL.jackson@"))
                .containsExactly("230e2625-x31b-41d4-a916-689055440000");
        assertThat(SecondCall.ids("/contacts", "telephone", "00000001"))
                .contains("550e8400-e29b-41d4-a716-446655440000");
        assertThat(SecondCall.ids("/contacts", "telephone", "0000-0002"))
                .contains("550e8400-e29b-41d4-a716-446655440000");
        assertThat(code("/contacts", "telephone", "00-1")).isEqualTo("400 INVALID_PARAMETER");
        SecondCall.reading("telephoneDashes", "SIGNIFICANT");
        assertThat(SecondCall.ids("/contacts", "telephone", "00000001")).isEmpty();
        assertThat(SecondCall.ids("/contacts", "telephone", "0000-0002")).isNotEmpty();
        SecondCall.reading("telephonesSearched", "PRIMARY");
        assertThat(SecondCall.ids("/contacts", "telephone", "00000002"))
                .doesNotContain("550e8400-e29b-41d4-a716-446655440000");
    }

    @Test
    void anUnreadableParameterIsRefused() {
        assertThat(List.of(
                        code("/contacts", "orderBy", "NAME"),
                        code("/contacts", "orderBy", "name up"),
                        code("/contacts", "accessibleRange", "OPEN"),
                        code("/contacts", "searchFilterType", "VIP"),
                        code("/contacts", "email", "x".repeat(257))))
                .containsOnly("400 INVALID_PARAMETER");
        assertThat(code("/users/nobody@example.com/contacts")).isEqualTo("404 NOT_FOUND");
        assertThat(code("/users/me/contacts")).isEqualTo("403 SERVICE_ACCOUNT_NOT_ALLOWED");
    }

    @Test
    void tiesHaveAStableOrderThatCanBeChanged() {
        for (String ties : List.of("SAME_WAY", "BY_ID")) {
            SecondCall.reading("ties", ties);
            List<String> descending = SecondCall.ids("/contacts", "count", 30, "orderBy", "modifiedTime desc");
            assertThat(descending)
                    .containsExactlyInAnyOrderElementsOf(Call.truth())
                    .isNotEqualTo(Call.truth("orderBy", "MODIFICATION_TIME", "sortOrder", "DESC"));
        }
        SecondCall.reading("defaultOrder", "NAME");
        assertThat(SecondCall.ids("/contacts", "count", 400)).isEqualTo(Call.truth("orderBy", "NAME"));
    }

    private static String next(JsonObject page) {
        return page.getJsonObject("responseMetaData").getString("nextCursor");
    }

    private static String code(String path, Object... parameters) {
        return SecondCall.code(SecondCall.get(SecondCall.token(), path, parameters));
    }

    private static String status(String token, String path, String cursor, Object... parameters) {
        List<Object> all = new ArrayList<>(List.of(parameters));
        all.addAll(List.of("cursor", cursor));
        return SecondCall.code(SecondCall.get(token, path, all.toArray()));
    }
}
