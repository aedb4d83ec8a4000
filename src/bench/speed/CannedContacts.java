package speed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Contacts as one JSON text in memory, in which any page is a slice. */
final class CannedContacts {

    private static final byte[] BEGIN = "{\"contacts\":[".getBytes(StandardCharsets.US_ASCII);

    private final int[] starts;
    private final ByteBuf text;

    private CannedContacts(int[] starts, ByteBuf text) {
        this.starts = starts;
        this.text = text;
    }

    static CannedContacts of(List<ObjectNode> contacts) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        int[] starts = new int[contacts.size() + 1];
        ByteBuf text = Unpooled.directBuffer(contacts.size() * 1_600);
        for (int i = 0; i < contacts.size(); i++) {
            starts[i] = text.writerIndex();
            text.writeBytes(json.writeValueAsBytes(contacts.get(i))).writeByte(',');
        }
        starts[contacts.size()] = text.writerIndex();
        return new CannedContacts(starts, text);
    }

    /** Of all of them. */
    int bytes() {
        return text.writerIndex();
    }

    /**
     * A list of some of them.
     *
     * @param from place of the first
     * @param to place after the last; what is beyond the end is none
     * @param end of the answer, after the last contact
     */
    ByteBuf page(int from, int to, String end) {
        int first = Math.min(from, starts.length - 1);
        int last = Math.min(to, starts.length - 1);
        ByteBuf slice = first >= last
                ? Unpooled.EMPTY_BUFFER
                : Unpooled.unreleasableBuffer(text.slice(starts[first], starts[last] - starts[first] - 1));
        return Unpooled.wrappedBuffer(
                Unpooled.wrappedBuffer(BEGIN), slice, Unpooled.wrappedBuffer(end.getBytes(StandardCharsets.US_ASCII)));
    }
}
