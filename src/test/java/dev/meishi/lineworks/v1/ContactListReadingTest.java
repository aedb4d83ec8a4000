package dev.meishi.lineworks.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import dev.meishi.contact.ReadContact;
import dev.meishi.failure.Failure;
import dev.meishi.json.JsonReader;
import dev.meishi.json.Text;
import dev.meishi.json.UnexpectedJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How a page of contacts is read: as Jackson does, as the gateway has it set. What Jackson makes of a body is written
 * plainly and read again, which must come to the same contacts.
 */
class ContactListReadingTest {

    private static final ObjectMapper JACKSON = LineWorksV1Api.tolerant(new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));

    private static final String REFUSED = "refused";
    private static final String WITHOUT_ID = "without id";

    @Test
    void theVendorSExamplesAreReadAsByJackson() throws IOException {
        assertThat(read(examples())).isEqualTo(byJackson(examples())).contains("Jackson", "efse4567");
    }

    @Test
    void noFieldOfTheVendorSExamplesIsPassedOver() throws IOException {
        new ObjectMapper().readValue(examples(), JacksonContactList.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whateverComesIsReadOrRefusedAsByJackson(int seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 700; i++) {
            byte[] body = new OddBodies(random).list().getBytes(StandardCharsets.UTF_8);
            refused += isReadAsByJackson(body) ? 0 : 1;
        }

        assertThat(refused).isBetween(100, 600);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void brokenBodiesAreReadOrRefusedAsByJackson(int seed) throws IOException {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 700; i++) {
            byte[] whole = random.nextInt(4) == 0
                    ? examples()
                    : new OddBodies(random).list().getBytes(StandardCharsets.UTF_8);
            refused += isReadAsByJackson(OddBodies.broken(whole, random)) ? 0 : 1;
        }

        assertThat(refused).isBetween(350, 699);
    }

    /**
     * UTF-8 is taken more strictly, and a repeated member more lightly: Jackson refuses some, depending on its place. A
     * contact without an id, or null in its place, is refused where it stands, before anything behind it is seen.
     */
    private static boolean isReadAsByJackson(byte[] body) {
        String read = read(body);
        String expected = isUtf8(body) ? byJackson(body) : REFUSED;
        if (expected != null && !read.equals(WITHOUT_ID)) {
            assertThat(read).as(new String(body, StandardCharsets.UTF_8)).isEqualTo(expected);
        }
        return !read.equals(REFUSED);
    }

    private static String read(byte[] body) {
        try {
            return shown(JsonReader.read(
                    body, json -> ContactListPayload.read(json, SentJson.alone(ReadContact.strict("1")))));
        } catch (UnexpectedJson refused) {
            return REFUSED;
        } catch (Failure broken) {
            return String.valueOf(broken.getMessage()).contains("its member") ? REFUSED : WITHOUT_ID;
        }
    }

    private static @Nullable String byJackson(byte[] body) {
        try {
            return read(SentJson.of(JACKSON.readValue(body, JacksonContactList.class)));
        } catch (IOException refused) {
            return isAboutRepetition(refused) ? null : REFUSED;
        }
    }

    private static boolean isAboutRepetition(IOException refused) {
        return refused instanceof InvalidDefinitionException
                || String.valueOf(refused.getMessage()).contains("setterless property");
    }

    /** As records show themselves, with texts in quotes: a missing one is not one that reads null. */
    private static String shown(@Nullable Object value) {
        if (value instanceof Record record) {
            StringBuilder shown = new StringBuilder("{");
            OddBodies.components(record.getClass())
                    .forEach(component -> shown.append(component.getName())
                            .append('=')
                            .append(shown(OddBodies.value(component, record)))
                            .append(' '));
            return shown.append('}').toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ContactListReadingTest::shown).toList().toString();
        }
        return value instanceof Text text ? '\'' + text.toString() + '\'' : String.valueOf(value);
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static byte[] examples() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ContactListReadingTest.class.getResourceAsStream("/lineworks/contacts.json"))) {
            return file.readAllBytes();
        }
    }
}
