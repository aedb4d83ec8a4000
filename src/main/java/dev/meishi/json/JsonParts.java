package dev.meishi.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The memory of what is being written, bounded by a {@link Room}. Much is held in parts: it grows without being copied,
 * and is never in need of one free stretch of the heap, which the G1 collector could not move and would round up to whole
 * regions.
 */
public abstract sealed class JsonParts permits JsonStrings {

    /** Room that there is no end of, for what is bounded otherwise. */
    public static final Room ENDLESS = (spare, least, wanted) -> wanted;

    private static final int LEAST_CAPACITY = 64;

    /** Bytes of a part, except for a longer text. */
    private static final int PART = 64 * 1024;

    /** Bytes of the first part where that many are expected; the G1 collector moves it, as regions are 1 MiB or more. */
    private static final int LARGEST_FIRST = 4 * PART;

    /** Bytes that are not worth a copy. */
    private static final int LARGE_SLACK = 4 * 1024;

    private final Room room;

    /** Parts that are written, in their order. */
    private List<ByteBuffer> full = List.of();

    /** Bytes in them, and those of their arrays that are not written on. */
    private int before;

    private int spare;

    /** The part that is written on, and how much of it is written. */
    byte[] bytes;

    int length;

    /** Says how much room there is for what is written, before it is taken. */
    @FunctionalInterface
    public interface Room {

        /**
         * Takes room, in place of what was taken before.
         *
         * @param spare bytes that are held beside those of the JSON, and not written on
         * @param least bytes of JSON without which it cannot be written on
         * @param wanted more than that, so that it is not grown often
         * @return how many bytes of JSON there may be, from {@code least} to {@code wanted}; where there may be fewer
         *     it throws whatever says so
         */
        int make(int spare, int least, int wanted);
    }

    JsonParts(int capacity, Room room) {
        this.room = room;
        bytes = new byte[room.make(0, LEAST_CAPACITY, Math.min(Math.max(LEAST_CAPACITY, capacity), LARGEST_FIRST))];
    }

    /**
     * What was written since.
     *
     * @param begin {@link #length()} then
     * @return a copy
     */
    public byte[] since(int begin) {
        if (begin >= before) {
            return Arrays.copyOfRange(bytes, begin - before, length);
        }
        ByteBuffer copy = ByteBuffer.allocate(length() - begin);
        int at = 0;
        for (ByteBuffer part : parts()) {
            int size = part.remaining();
            int skipped = Math.min(Math.max(begin - at, 0), size);
            copy.put(part.position(part.position() + skipped));
            at += size;
        }
        return copy.array();
    }

    /** Takes back the byte that was written last. */
    public void back() {
        if (length > 0) {
            length--;
        } else {
            ByteBuffer last = full.get(full.size() - 1);
            last.limit(last.limit() - 1);
            before--;
            spare++;
        }
    }

    /**
     * Takes back what was written since.
     *
     * @param begin {@link #length()} then
     */
    @SuppressWarnings("ByteBufferBackingArray") // Each part is a whole array of its own.
    public void cut(int begin) {
        while (begin < before) {
            ByteBuffer last = full.remove(full.size() - 1);
            before -= last.limit();
            bytes = last.array();
            spare -= bytes.length - last.limit();
        }
        length = begin - before;
    }

    /**
     * Writes what comes before what is written already; nothing of that is {@link #cut} afterwards.
     *
     * @param dropped how many bytes of that go away, from its beginning; they were written at once
     * @param first writes here what takes their place
     */
    public void before(int dropped, Runnable first) {
        endPart();
        List<ByteBuffer> behind = full;
        behind.get(0).position(dropped);
        before -= dropped;
        spare += dropped;
        full = new ArrayList<>();
        begin(room.make(spare, before + LEAST_CAPACITY, before + LEAST_CAPACITY));
        first.run();
        endPart();
        full.addAll(behind);
        begin(before);
    }

    /** Bytes written so far. */
    public int length() {
        return before + length;
    }

    /** Bytes of memory that it has. */
    public int capacity() {
        return before + spare + bytes.length;
    }

    /**
     * The bytes themselves, without a copy.
     *
     * @return in their order; of no use once something else is written
     */
    public List<ByteBuffer> parts() {
        List<ByteBuffer> parts = new ArrayList<>(full.size() + 1);
        full.forEach(part -> parts.add(part.duplicate()));
        parts.add(ByteBuffer.wrap(bytes, 0, length));
        return parts;
    }

    /** Gives back what is not written on, if that is much: more than a quarter of what is, which a copy is cheaper than. */
    public void trim() {
        if (bytes.length - length > length() / 4 + LARGE_SLACK) {
            bytes = Arrays.copyOf(bytes, length);
        }
    }

    /** What is written, as text. */
    @Override
    public String toString() {
        return new String(since(0), StandardCharsets.UTF_8);
    }

    /** A small one is copied into twice its room; a large one goes on in a new part. */
    final void grow(int more) {
        if (full.isEmpty() && length + (long) more <= PART) {
            int least = length + more;
            int wanted = Math.min(Math.max(bytes.length * 2, least), PART);
            bytes = Arrays.copyOf(bytes, room.make(spare, before + least, before + wanted) - before);
        } else {
            int written = length();
            int least = Math.addExact(written, more);
            int most = room.make(spare + bytes.length - length, least, Math.max(least, written + PART));
            endPart();
            begin(most);
        }
    }

    private void endPart() {
        if (full.isEmpty()) {
            full = new ArrayList<>();
        }
        full.add(ByteBuffer.wrap(bytes, 0, length));
        before += length;
        spare += bytes.length - length;
    }

    /** A part, for as many bytes of JSON in all. */
    private void begin(int most) {
        bytes = new byte[most - before];
        length = 0;
    }
}
