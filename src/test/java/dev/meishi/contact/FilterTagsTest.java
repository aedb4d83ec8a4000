package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.Text;
import dev.meishi.lineworks.Installation;
import dev.meishi.relay.GlobalId;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link FilterTags}: LINE WORKS searches by one tag, and what is left is looked for in what it finds. */
class FilterTagsTest {

    private final ContactSearches searches = new ContactSearches(Installation.NUMBERED, Installation.domains("1", "2"));

    @Test
    void theFirstOfAllIsSearchedForAndTheOthersAreLookedFor() {
        assertThat(tags(null, List.of("a", "b", "c"), null)).isEqualTo(new FilterTags("a", match(List.of("b", "c"))));
        assertThat(tags("x", List.of("a"), null)).isEqualTo(new FilterTags("x", match(List.of("a"))));
        assertThat(tags(null, List.of("a"), null)).isEqualTo(new FilterTags("a", null));
    }

    @Test
    void severalOfAnyAreLookedForAndOneIsSearchedFor() {
        assertThat(tags(null, null, List.of("a", "b"))).isEqualTo(new FilterTags(null, match(List.of(), "a", "b")));
        assertThat(tags(null, null, List.of("a"))).isEqualTo(new FilterTags("a", null));
        assertThat(tags(null, List.of("x", "y"), List.of("a", "b")))
                .isEqualTo(new FilterTags("x", match(List.of("y"), "a", "b")));
        assertThat(tags(null, List.of("x"), List.of("a"))).isEqualTo(new FilterTags("x", match(List.of("a"))));
    }

    @Test
    void aTagIsTheSameByEitherId() {
        String a = new GlobalId("Tag", "1", "a").encode();

        assertThat(tags(null, List.of(a, "a"), null)).isEqualTo(new FilterTags("a", null));
        assertThat(tags(null, null, List.of("a", a))).isEqualTo(new FilterTags("a", null));
        assertThat(tags("a", List.of("b", a), null)).isEqualTo(new FilterTags("a", match(List.of("b"))));
    }

    @Test
    void withoutTagsThereIsNoCondition() {
        assertThat(tags(null, null, null)).isEqualTo(new FilterTags(null, null));
        assertThat(FilterTags.of(ContactFilter.NONE, new FilterIds("1"))).isEqualTo(new FilterTags(null, null));
    }

    @Test
    void noneAndTooManyAreRefusedByName() {
        assertThat(refusal(null, List.of()))
                .isEqualTo("filter.tags.any must have 1 to 20 ids, found 0; leave it out to search without it.");
        assertThat(refusal(Collections.nCopies(21, "a"), null))
                .isEqualTo("filter.tags.all must have 1 to 20 ids, found 21; leave some of them out.");
        assertThat(refusal(List.of("a", " "), null)).startsWith("filter.tags.all must be an id, found a blank text");
        String contact = new GlobalId("Contact", "1", "c").encode();
        assertThat(refusal(null, List.of(contact)))
                .isEqualTo("filter.tags.any must be the id of a Tag, found that of a Contact: '" + contact + "'.");
    }

    @Test
    void aContactHasAllOfTheOnesAndAnyOfTheOthers() {
        TagMatch match = match(List.of("a", "b"), "c", "d");

        assertThat(Stream.of("abc", "abd", "dbca", "abcdx", "ab", "acd", "bcd", "abx", "")
                        .filter(tags -> match.isOf(tagged(tags))))
                .containsExactly("abc", "abd", "dbca", "abcdx");
        assertThat(match(List.of("a")).isOf(tagged("xa"))).isTrue();
        assertThat(match(List.of(), "a", "b").isOf(tagged("b"))).isTrue();
        assertThat(match(List.of(), "a", "b").isOf(tagged("x"))).isFalse();
    }

    @Test
    void listsOfOtherTagsHaveOtherCursors() {
        assertThat(Stream.of(
                                filter(null, null, null),
                                filter(null, List.of("a"), null),
                                filter(null, List.of("a", "b"), null),
                                filter(null, null, List.of("a", "b")),
                                filter(null, List.of("a", "bc"), null),
                                filter(null, List.of("a"), List.of("b", "c")),
                                filter(null, List.of("a", "b"), List.of("c", "d")))
                        .map(filter -> searches.of(filter, null).fingerprint()))
                .doesNotHaveDuplicates();
        assertThat(searches.of(filter("a", null, null), null).fingerprint())
                .isEqualTo(searches.of(filter(null, List.of("a"), null), null).fingerprint());
    }

    private static Contact tagged(String letters) {
        String ids = String.join("\",\"", letters.split(""));
        return ReadContact.of("1", "{\"resourceId\":\"1\",\"tagResourceIds\":[\"" + ids + "\"]}");
    }

    private static TagMatch match(List<String> all, String... any) {
        return new TagMatch(
                all.stream().map(Text::of).toList(),
                Stream.of(any).map(Text::of).toList());
    }

    private static FilterTags tags(@Nullable String one, @Nullable List<String> all, @Nullable List<String> any) {
        return FilterTags.of(filter(one, all, any), new FilterIds("1"));
    }

    private static ContactFilter filter(@Nullable String one, @Nullable List<String> all, @Nullable List<String> any) {
        return new ContactFilter(null, null, one, new TagFilter(all, any), null, null, null, null, null, null, null);
    }

    private @Nullable String refusal(@Nullable List<String> all, @Nullable List<String> any) {
        Failure failure = catchThrowableOfType(Failure.class, () -> searches.of(filter(null, all, any), null));
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        return failure.getMessage();
    }
}
