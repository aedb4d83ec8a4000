package dev.meishi.lineworks.v1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.json.JsonReader;
import dev.meishi.json.ValueReader;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.UpstreamPrivateContact;
import dev.meishi.lineworks.UpstreamTag;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What LINE WORKS sends, written as JSON, half a surrogate pair as a question mark; and how it is read. */
public final class SentJson {

    private static final ObjectMapper JACKSON =
            LineWorksV1Api.tolerant(new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));

    private SentJson() {}

    /** A contact of a list, built of that. */
    public static <C> C read(JacksonContact contact, Supplier<ContactBuilder<C>> builders) {
        return Objects.requireNonNull(JsonReader.read(of(contact), listed(builders)));
    }

    /** The contact that was asked for, built of that. */
    public static <C> C single(JacksonContact contact, String resourceId, Supplier<ContactBuilder<C>> builders) {
        return Objects.requireNonNull(
                JsonReader.read(of(contact), json -> ContactReader.single(json, resourceId, builders.get())));
    }

    /** As each contact of a list is read. */
    public static <C> ValueReader<C> listed(Supplier<ContactBuilder<C>> builders) {
        return ContactReader.ofList(builders.get());
    }

    /** As a contact is read that is sent alone. */
    public static <C> ValueReader<C> alone(Supplier<ContactBuilder<C>> builders) {
        ValueReader<C> one = ContactReader.ofSingles(builders.get());
        return json -> json.isNothing() ? null : one.read(json);
    }

    /** A tag, read of these members. */
    public static UpstreamTag tag(
            @Nullable String id, @Nullable String name, @Nullable String type, @Nullable String userId) {
        return new TagListPayload.Tag(id, name, type, userId).read();
    }

    /** A private contact, read of that. */
    public static UpstreamPrivateContact privateContact(JsonNode sent) {
        try {
            return JACKSON.treeToValue(sent, PrivateContactListPayload.Item.class)
                    .read();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] of(Record sent) {
        try {
            return JACKSON.writeValueAsString(sent).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
