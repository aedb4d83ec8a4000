package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.data.SortKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where a list goes on.
 *
 * @param issued epoch seconds; 0 where cursors never expire
 * @param count how many entries the page before was to have; 0 where that may change
 * @param seen how many entries the pages before had
 * @param after the key of the last of them
 */
record Cursor(long issued, int count, int seen, SortKey after) {

    byte[] toBytes() {
        byte[] text = after.text().getBytes(StandardCharsets.UTF_8);
        byte[] id = after.id().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + 4 + 4 + 8 + 4 + 4 + text.length + id.length)
                .putLong(issued)
                .putInt(count)
                .putInt(seen)
                .putLong(after.time())
                .putInt(after.index())
                .putInt(text.length)
                .put(text)
                .put(id)
                .array();
    }

    static Cursor from(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long issued = buffer.getLong();
        int count = buffer.getInt();
        int seen = buffer.getInt();
        long time = buffer.getLong();
        int index = buffer.getInt();
        String text = text(buffer, buffer.getInt());
        return new Cursor(issued, count, seen, new SortKey(text, time, index, text(buffer, buffer.remaining())));
    }

    private static String text(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
