package dev.meishi.sandbox.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.sandbox.Call;
import dev.meishi.sandbox.data.VendorSamples;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both versions have one store: the same question has the same contacts for an answer. */
@QuarkusTest
class BothVersionsTest {

    @BeforeEach
    void startAfresh() {
        SecondCall.startAfresh();
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        String tag = VendorSamples.TAG_IDS.get(0);
        String from = "2024-05-01T00:00:00+09:00";
        String to = "2024-05-08T00:00:00+09:00";

        assertSame(List.of(), List.of());
        assertSame(List.of("tagResourceId", tag), List.of("contactTagId", tag));
        assertSame(List.of("open", true), List.of("accessibleRange", "ALL"));
        assertSame(List.of("open", false), List.of("accessibleRange", "MEMBER"));
        assertSame(List.of("filterWorksAt", true), List.of("searchFilterType", "LINKED_EXTERNAL_USER"));
        assertSame(
                List.of("searchDateType", "MODIFICATION_TIME", "startDateTime", from, "endDateTime", to),
                List.of("searchDateType", "MODIFIED_TIME", "startDateTime", from, "endDateTime", to));
        assertSame(
                List.of("open", true, "tagResourceId", tag, "orderBy", "NAME", "sortOrder", "DESC"),
                List.of("accessibleRange", "ALL", "contactTagId", tag, "orderBy", "name desc"));
        Call.control(
                "POST",
                "changes",
                new JsonObject().put("inserts", 30).put("updates", 40).put("deletes", 20));
        assertSame(
                List.of("orderBy", "MODIFICATION_TIME", "sortOrder", "DESC"), List.of("orderBy", "modifiedTime desc"));
    }

    @Test
    void aMemberSeesTheSameInBoth() {
        for (String member : List.of("account1@example.com", "account12@example.com", "account200@example.com")) {
            assertThat(SecondCall.ids("/users/" + member + "/contacts", "count", 333))
                    .isEqualTo(first(List.of("userId", member)));
        }
    }

    @Test
    void whatOneVersionSaysOfAContactTheOtherSaysToo() {
        List<JsonObject> second = SecondCall.walk("contacts", "/contacts", "count", 500);

        for (JsonObject contact : second.subList(0, 60)) {
            JsonObject other =
                    Call.json(Call.authenticated().get(Call.CONTACTS + "/" + contact.getString("contactId")));
            assertThat(contact.getString("createdTime")).isEqualTo(other.getString("creationTime"));
            assertThat(contact.getJsonObject("contactName").getString("lastName"))
                    .isEqualTo(other.getJsonObject("name").getString("lastName"));
            assertThat(contact.getJsonObject("permission").getString("masterUserId"))
                    .isEqualTo(other.getString("masterUserId"));
            assertThat(texts(contact, "emails", "email")).isEqualTo(texts(other, "emails", "address"));
            assertThat(texts(contact, "telephones", "telephone")).isEqualTo(texts(other, "phones", "value"));
        }
    }

    private static void assertSame(List<?> first, List<?> second) {
        assertThat(SecondCall.ids("/contacts", with(second, "count", 450)))
                .isNotEmpty()
                .isEqualTo(first(first));
    }

    private static List<String> first(List<?> parameters) {
        List<String> ids = new ArrayList<>();
        Integer page = 1;
        while (page != null) {
            JsonObject answer = Call.page(with(parameters, "maxResults", 500, "page", page));
            ids.addAll(Call.ids(answer));
            page = answer.getInteger("nextPage");
        }
        return ids;
    }

    private static Object[] with(List<?> parameters, Object... more) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static List<String> texts(JsonObject contact, String list, String key) {
        return Call.objects(contact.getJsonArray(list, new JsonArray())).stream()
                .map(part -> part.getString(key))
                .toList();
    }
}
