package dev.meishi.execution.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link Plan}: the room that is made for an answer before it is written. */
class PlanTest {

    @Test
    void asMuchRoomAsTheLastAnswerTookIsMadeOnlyForOneThatMayBeAsLarge() {
        PreparedOperation operation = Settings.documents().prepare("{ tags { name } }", null, true);
        Plan plan = new Plan(Settings.servedSchema(), operation, new FieldsWriter(List.of()), 0, false, false, 0);
        plan.written(4_000_000);

        assertThat(plan.usualLength(5_000_000)).isEqualTo(4_500_000);
        assertThat(plan.usualLength(100)).isLessThan(5_000);
    }
}
