package dev.meishi.sandbox.data;

import java.util.UUID;

/**
 * The number every generated value follows from.
 *
 * @param value the configured seed
 */
public record Seed(long value) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** A generator for one topic of one thing: the same three arguments always give the same numbers. */
    public SeededRandom random(String topic, long index, int revision) {
        return new SeededRandom(mixed(topic, index, revision));
    }

    /** An id that looks like a UUID; one in three carries a letter no UUID has, as the vendor's samples do. */
    String resourceId(String topic, long index) {
        long high = mixed(topic, index, 1);
        String id = new UUID(high, mixed(topic, index, 2)).toString();
        return index % 3 == 1 ? id.substring(0, 9) + (char) ('g' + (high >>> 1) % 20) + id.substring(10) : id;
    }

    private long mixed(String topic, long index, int revision) {
        long mixed = finished(value + GOLDEN * topic.hashCode());
        return finished(finished(mixed ^ (index * GOLDEN)) + revision * GOLDEN);
    }

    /** The 64-bit finishing step of MurmurHash3: neighbouring inputs end far apart. */
    private static long finished(long input) {
        long z = (input ^ (input >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
