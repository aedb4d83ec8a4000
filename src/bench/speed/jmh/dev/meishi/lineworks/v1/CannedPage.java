package dev.meishi.lineworks.v1;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meishi.json.JsonReader;
import dev.meishi.lineworks.ContactBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import speed.Book;

/** A page of contacts as LINE WORKS sends it. */
public final class CannedPage {

    private CannedPage() {}

    /** Its body. */
    public static byte[] body(int contacts) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode page = json.createObjectNode();
        ArrayNode list = page.putArray("contacts");
        new Book().contacts().subList(0, contacts).forEach(list::add);
        page.put("nextPage", 2);
        try {
            return json.writeValueAsBytes(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads it as the gateway does. */
    public static <C> List<C> read(byte[] body, Supplier<ContactBuilder<C>> builders) {
        ContactListPayload<C> page =
                JsonReader.read(body, json -> ContactListPayload.read(json, ContactReader.ofList(builders.get())));
        return Objects.requireNonNull(Objects.requireNonNull(page).contacts());
    }
}
