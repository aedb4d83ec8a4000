package dev.meishi.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link Renditions}: kept of the very object, for a few plans, within a bound. */
class RenditionsTest {

    private static final byte[][] PIECES = {{1, 2}, {}, {3}};

    private final Renditions renditions = new Renditions(1_000_000);

    @Test
    void anObjectIsFoundByThePlanThatWroteIt() {
        Object object = new Object();
        PlannedObject by = plan();

        renditions.keep(object, by, PIECES);

        assertThat(renditions.of(object, by)).isSameAs(PIECES);
        assertThat(renditions.of(object, plan())).isNull();
    }

    /** Contacts of two answers may be equal and yet not the same: each goes with its own answer. */
    @Test
    void anEqualObjectIsAnotherOne() {
        PlannedObject by = plan();
        List<String> object = List.of("a");

        renditions.keep(object, by, PIECES);

        assertThat(renditions.of(List.of("a"), by)).isNull();
    }

    @Test
    void ofManyPlansTheLastFourAreKept() {
        Object object = new Object();
        List<PlannedObject> plans = IntStream.range(0, 6).mapToObj(i -> plan()).toList();

        plans.forEach(plan -> renditions.keep(object, plan, PIECES));

        assertThat(plans)
                .extracting(plan -> renditions.of(object, plan) != null)
                .containsExactly(false, false, true, true, true, true);
    }

    @Test
    void moreThanTheBoundIsNotKept() {
        Object object = new Object();
        PlannedObject by = plan();
        Renditions none = new Renditions(0);

        none.keep(object, by, PIECES);
        none.tidy();

        assertThat(none.of(object, by)).isNull();
    }

    private static PlannedObject plan() {
        return new PlannedObject(List.of(), true);
    }
}
