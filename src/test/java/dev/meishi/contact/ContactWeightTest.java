package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Text;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** {@link ContactWeight}: what a page of contacts keeps in memory, its body above all. */
class ContactWeightTest {

    @Test
    void aPageWithoutContactsWeighsNothing() {
        assertThat(ContactWeight.of(List.of())).isZero();
    }

    @Test
    void theBodyOfAPageCountsOnceHoweverManyContactsArePartOfIt() {
        String memo = "x".repeat(100_000);
        String one = "{\"resourceId\":\"a\",\"unknown\":\"" + memo + "\"}";
        String two = "{\"resourceId\":\"b\"}";

        assertThat(ContactWeight.of(page("[" + one + "]"))).isBetween(100_000L, 102_000L);
        assertThat(ContactWeight.of(page("[" + one + "," + two + "]"))).isBetween(100_000L, 103_000L);
    }

    @Test
    void everyPartAddsToIt() {
        long bare = ContactWeight.of(page("[{\"resourceId\":\"a\"}]"));
        String parts = "[{\"value\":\"1\"},{\"value\":\"2\"}]";
        String full = "[{\"resourceId\":\"a\",\"phones\":" + parts + ",\"websites\":" + parts
                + ",\"tagResourceIds\":[\"t\"],\"worksAt\":[{\"buddyUserIds\":[\"b\"]}]}]";

        assertThat(ContactWeight.of(page(full))).isGreaterThan(bare + 5 * 100 + full.length() - 50);
    }

    @Test
    void everyCustomPropertyAndItsValuesAddToIt() {
        assertThat(ContactWeight.of(List.of(withProperties(1, 3))))
                .isGreaterThan(ContactWeight.of(List.of(withProperties(0, 0))) + 4 * 100);
        assertThat(ContactWeight.of(List.of(withProperties(5, 0))))
                .isGreaterThan(ContactWeight.of(List.of(withProperties(1, 0))) + 4 * 100);
    }

    private static Contact withProperties(int properties, int values) {
        ContactAssembler assembler = new ContactAssembler("1");
        assembler.begin();
        assembler.id(Text.of("a"));
        for (int i = 0; i < properties; i++) {
            for (int j = 0; j < values; j++) {
                assembler.customPropertyValue(Text.of("v"), null, false);
            }
            assembler.customProperty(Text.of("p"), ByteBuffer.allocate(1));
        }
        return assembler.build();
    }

    private static List<Contact> page(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(JsonReader.read(body, reader -> reader.present(ReadContact.reader("1"))));
    }
}
