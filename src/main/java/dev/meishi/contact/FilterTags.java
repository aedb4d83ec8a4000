package dev.meishi.contact;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a filter: the one that LINE WORKS searches by, and what is left to be looked for in what it finds.
 *
 * @param searched id of a tag; null for none
 * @param match null for nothing
 */
record FilterTags(@Nullable String searched, @Nullable TagMatch match) {

    /** The schema's name of the type. */
    private static final String TAG = "Tag";

    /** More than a person has a use for; each contact of the list is compared with them. */
    private static final int MAX_TAGS = 20;

    private static final FilterTags NONE = new FilterTags(null, null);

    static FilterTags of(ContactFilter filter, FilterIds ids) {
        if (filter.tagResourceId() == null && filter.tags() == null) {
            return NONE;
        }
        Set<String> all = new LinkedHashSet<>();
        String one = ids.of("tagResourceId", TAG, filter.tagResourceId());
        if (one != null) {
            all.add(one);
        }
        TagFilter several = filter.tags();
        Set<String> any = Set.of();
        if (several != null) {
            all.addAll(read("tags.all", several.all(), ids));
            any = read("tags.any", several.any(), ids);
        }
        if (any.size() == 1) {
            all.addAll(any);
            any = Set.of();
        }
        List<Text> left = all.stream().skip(1).map(Text::of).toList();
        return new FilterTags(
                all.isEmpty() ? null : all.iterator().next(),
                left.isEmpty() && any.isEmpty()
                        ? null
                        : new TagMatch(left, any.stream().map(Text::of).toList()));
    }

    private static Set<String> read(String name, @Nullable List<String> given, FilterIds ids) {
        if (given == null) {
            return Set.of();
        }
        if (given.isEmpty() || given.size() > MAX_TAGS) {
            throw new Failure(
                    ErrorCode.INVALID_ARGUMENT,
                    "filter." + name + " must have 1 to " + MAX_TAGS + " ids, found " + given.size()
                            + (given.isEmpty() ? "; leave it out to search without it." : "; leave some of them out."));
        }
        List<String> read = new ArrayList<>(given.size());
        for (String id : given) {
            String tag = ids.of(name, TAG, id);
            if (tag != null) {
                read.add(tag);
            }
        }
        return new LinkedHashSet<>(read);
    }
}
