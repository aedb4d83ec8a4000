package dev.meishi.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which contacts a list is about: all conditions have to hold.
 *
 * @param conditions empty for every contact
 */
record ContactFilter(List<Predicate<Entry>> conditions) {

    /**
     * Reads the vendor's filter parameters. {@code filterWorksAt=false} filters nothing; an unknown tag matches nothing;
     * an unknown {@code userId} sees what is open.
     *
     * @param limited whether a time span of more than seven days is refused
     */
    static ContactFilter from(Parameters parameters, List<Tag> tags, boolean limited) {
        List<Predicate<Entry>> conditions = new ArrayList<>();
        TimeWindow.from(parameters, limited).ifPresent(window -> conditions.add(window::covers));
        parameters
                .text("tagResourceId")
                .ifPresent(id -> conditions.add(entry -> entry.tagIds().contains(id)));
        parameters.flag("open").ifPresent(open -> conditions.add(entry -> entry.open() == open));
        if (parameters.flag("filterWorksAt").orElse(false)) {
            conditions.add(Entry::external);
        }
        parameters
                .text("userId")
                .map(Roster::identities)
                .ifPresent(identities -> conditions.add(entry -> entry.isVisibleTo(identities)));
        parameters.text("keyword").ifPresent(keyword -> conditions.add(mentioning(keyword, tags)));
        return new ContactFilter(List.copyOf(conditions));
    }

    boolean matches(Entry entry) {
        for (Predicate<Entry> condition : conditions) {
            if (!condition.test(entry)) {
                return false;
            }
        }
        return true;
    }

    boolean matchesEverything() {
        return conditions.isEmpty();
    }

    /** A part of a name, of a company's name or of a tag's name, in any case. */
    private static Predicate<Entry> mentioning(String keyword, List<Tag> tags) {
        String wanted = keyword.toLowerCase(Locale.ROOT);
        Set<String> tagIds = tags.stream()
                .filter(tag -> tag.name().toLowerCase(Locale.ROOT).contains(wanted))
                .map(Tag::id)
                .collect(Collectors.toSet());
        return entry -> entry.mentions(wanted) || entry.tagIds().stream().anyMatch(tagIds::contains);
    }
}
