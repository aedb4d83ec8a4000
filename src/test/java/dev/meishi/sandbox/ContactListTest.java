package dev.meishi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactListTest {

    @Test
    void the_first_page_starts_with_the_vendors_samples() {
        JsonObject page = Call.page();

        assertThat(page.getJsonArray("contacts")).hasSize(500);
        assertThat(Call.objects(page.getJsonArray("contacts")))
                .startsWith(VendorSamples.contacts().toArray(JsonObject[]::new));
        assertThat(page.getInteger("nextPage")).isEqualTo(2);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_in_every_order() {
        for (Entry.Order order : Entry.Order.values()) {
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
}
