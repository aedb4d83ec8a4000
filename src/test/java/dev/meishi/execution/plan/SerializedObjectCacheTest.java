package dev.meishi.execution.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.attachments.Attachments;
import dev.meishi.attachments.Cacheable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link SerializedObjectCache}: kept with the very object, for the plan that wrote it, within a bound. */
class SerializedObjectCacheTest {

    private final SerializedObjectCache cache = new SerializedObjectCache(1_000_000);

    @Test
    void anObjectIsFoundByThePlanThatWroteIt() {
        Cacheable object = object();
        Object by = new Object();
        byte[][] pieces = pieces(3);

        cache.put(object, by, pieces);

        assertThat(cache.of(object, by)).isSameAs(pieces);
        assertThat(cache.of(object, new Object())).isNull();
        assertThat(cache.of(object(), by)).isNull();
    }

    @Test
    void nothingIsKeptWhereThereIsNoRoom() {
        Cacheable object = object();
        Object by = new Object();
        SerializedObjectCache none = new SerializedObjectCache(0);

        none.put(object, by, pieces(3));
        none.tidy();

        assertThat(none.of(object, by)).isNull();
    }

    @Test
    void whatIsVeryLongIsNotKept() {
        Cacheable object = object();
        Object by = new Object();

        cache.put(object, by, pieces(70_000));

        assertThat(cache.of(object, by)).isNull();
    }

    @Test
    void whatIsTooMuchGoesAndTheRestStays() {
        Object by = new Object();
        List<Cacheable> objects = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Cacheable object = object();
            objects.add(object);
            cache.put(object, by, pieces(10_000));
        }
        cache.tidy();

        assertThat(objects.stream().filter(object -> cache.of(object, by) != null))
                .hasSizeBetween(90, 98);
    }

    private static Cacheable object() {
        Attachments attachments = new Attachments();
        return () -> attachments;
    }

    private static byte[][] pieces(int bytes) {
        return new byte[][] {new byte[bytes], {}};
    }
}
