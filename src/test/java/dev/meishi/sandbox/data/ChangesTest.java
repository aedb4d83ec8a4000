package dev.meishi.sandbox.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void aFractionOfAChangeASecondWaitsForItsRest() {
        Changes.Rates rates = new Changes.Rates(0.25, 1.5, 0);
        List<ChangeBatch.Size> due = new ArrayList<>();
        for (int second = 0; second < 4; second++) {
            due.add(rates.dueIn(second));
        }

        assertThat(due).extracting(ChangeBatch.Size::inserts).containsExactly(0, 0, 0, 1);
        assertThat(due).extracting(ChangeBatch.Size::updates).containsExactly(1, 2, 1, 2);
    }
}
