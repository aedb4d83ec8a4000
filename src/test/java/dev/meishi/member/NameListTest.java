package dev.meishi.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.json.Text;
import dev.meishi.lineworks.UpstreamMember;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link NameList}: for whom a list is fetched again. */
class NameListTest {

    private static final int MANY = 100;

    private static final List<Text> HERE = List.of(Text.of("here"));
    private static final List<Text> GONE = List.of(Text.of("gone"));
    private static final List<Text> ALSO_GONE = List.of(Text.of("also gone"));

    private static NameList listOf(String... ids) {
        List<UpstreamMember> members = List.of(ids).stream()
                .map(id -> new UpstreamMember(id, "name of " + id, null))
                .toList();
        return NameList.of(members, "1", MANY, 0);
    }

    @Test
    void whoIsGoneIsLookedForOnce() {
        NameList list = listOf("here");
        assertThat(list.knows(HERE)).isTrue();
        assertThat(list.knows(GONE)).isFalse();

        NameList looked = list.lookedThrough(GONE, null, MANY);
        assertThat(looked.knows(GONE)).isTrue();
        assertThat(looked.knows(ALSO_GONE)).isFalse();
        assertThat(looked.byId().get(Text.of("gone"))).isNull();
    }

    @Test
    void twoWhoAreGoneAreNotLookedForInTurn() {
        NameList first = listOf("here").lookedThrough(GONE, null, MANY);
        NameList second = listOf("here").lookedThrough(ALSO_GONE, first, MANY);

        assertThat(second.knows(GONE)).isTrue();
        assertThat(second.knows(ALSO_GONE)).isTrue();
    }

    @Test
    void whoHasComeIsNotAbsent() {
        NameList before = listOf("here").lookedThrough(GONE, null, MANY);
        NameList after = listOf("here", "gone").lookedThrough(HERE, before, MANY);

        assertThat(after.absent()).isEmpty();
        assertThat(after.byId()).containsKey(Text.of("gone"));
    }

    @Test
    void noMoreAreRememberedThanIsSet() {
        List<Text> ids = List.of(Text.of("a"), Text.of("b"), Text.of("c"));

        assertThat(listOf("here").lookedThrough(ids, null, 2).absent()).hasSize(2);
    }
}
