package dev.meishi.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.json.Text;
import dev.meishi.lineworks.UpstreamMember;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link NameList}: for whom a list is fetched again. */
class NameListTest {

    private static final List<Text> HERE = List.of(Text.of("here"));
    private static final List<Text> GONE = List.of(Text.of("gone"));
    private static final List<Text> ALSO_GONE = List.of(Text.of("also gone"));

    private static NameList listOf(String... ids) {
        List<UpstreamMember> members = List.of(ids).stream()
                .map(id -> new UpstreamMember(id, "name of " + id, null))
                .toList();
        return NameList.of(members, "1");
    }

    @Test
    void whoIsGoneIsLookedForOnce() {
        NameList list = listOf("here");
        assertThat(list.knows(HERE)).isTrue();
        assertThat(list.knows(GONE)).isFalse();

        NameList looked = list.lookedThrough(GONE, null);
        assertThat(looked.knows(GONE)).isTrue();
        assertThat(looked.knows(ALSO_GONE)).isFalse();
        assertThat(looked.byId().get(Text.of("gone"))).isNull();
    }

    @Test
    void twoWhoAreGoneAreNotLookedForInTurn() {
        NameList first = listOf("here").lookedThrough(GONE, null);
        NameList second = listOf("here").lookedThrough(ALSO_GONE, first);

        assertThat(second.knows(GONE)).isTrue();
        assertThat(second.knows(ALSO_GONE)).isTrue();
    }

    @Test
    void whoHasComeIsNotAbsent() {
        NameList before = listOf("here").lookedThrough(GONE, null);
        NameList after = listOf("here", "gone").lookedThrough(HERE, before);

        assertThat(after.absent()).isEmpty();
        assertThat(after.byId()).containsKey(Text.of("gone"));
    }

    @Test
    void absentIdsThatAreRememberedHaveABound() {
        List<Text> ids = IntStream.range(0, NameList.MOST_ABSENT + 5)
                .mapToObj(i -> Text.of("id" + i))
                .toList();

        assertThat(listOf("here").lookedThrough(ids, null).absent()).hasSize(NameList.MOST_ABSENT);
    }

    @Test
    void aMemberWeighsOnceThoughItIsFoundByTwoNames() {
        UpstreamMember member = new UpstreamMember("id", "name", "someone@example.com");
        UpstreamMember byAddress = new UpstreamMember("someone@example.com", "name", "someone@example.com");
        NameList list = NameList.of(List.of(member), "1");

        assertThat(list.byId()).hasSize(2);
        assertThat(list.weight()).isBetween(350L, 500L);
        assertThat(NameList.of(List.of(byAddress), "1").weight()).isBetween(350L, 550L);
        assertThat(list.lookedThrough(GONE, null).weight()).isGreaterThan(list.weight());
    }
}
