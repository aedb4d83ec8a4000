package dev.meishi.execution.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.memo.Memo;
import dev.meishi.memo.Memorable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link Renditions}: kept with the very object, for the plan that wrote it, within a bound. */
class RenditionsTest {

    private final Renditions renditions = new Renditions(1_000_000);

    @Test
    void anObjectIsFoundByThePlanThatWroteIt() {
        Memorable object = object();
        Object by = new Object();
        byte[][] pieces = pieces(3);

        renditions.keep(object, by, pieces);

        assertThat(renditions.of(object, by)).isSameAs(pieces);
        assertThat(renditions.of(object, new Object())).isNull();
        assertThat(renditions.of(object(), by)).isNull();
    }

    @Test
    void nothingIsKeptWhereThereIsNoRoom() {
        Memorable object = object();
        Object by = new Object();
        Renditions none = new Renditions(0);

        none.keep(object, by, pieces(3));
        none.tidy();

        assertThat(none.of(object, by)).isNull();
    }

    @Test
    void whatIsVeryLongIsNotKept() {
        Memorable object = object();
        Object by = new Object();

        renditions.keep(object, by, pieces(70_000));

        assertThat(renditions.of(object, by)).isNull();
    }

    @Test
    void whatIsTooMuchGoesAndTheRestStays() {
        Object by = new Object();
        List<Memorable> objects = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Memorable object = object();
            objects.add(object);
            renditions.keep(object, by, pieces(10_000));
        }
        renditions.tidy();

        assertThat(objects.stream().filter(object -> renditions.of(object, by) != null))
                .hasSizeBetween(90, 98);
    }

    private static Memorable object() {
        Memo memo = new Memo();
        return () -> memo;
    }

    private static byte[][] pieces(int bytes) {
        return new byte[][] {new byte[bytes], {}};
    }
}
