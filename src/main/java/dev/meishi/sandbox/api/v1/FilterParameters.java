package dev.meishi.sandbox.api.v1;

import dev.meishi.sandbox.data.ContactEntry;
import dev.meishi.sandbox.data.ContactFilter;
import dev.meishi.sandbox.data.Directory;
import dev.meishi.sandbox.data.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parameters that say which contacts a list is about. */
final class FilterParameters {

    /** That of Japanese keyboards too. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\u3000]+");

    private FilterParameters() {}

    /**
     * Reads the vendor's filter parameters. {@code filterWorksAt=false} filters nothing; an unknown tag matches nothing;
     * an unknown {@code userId} sees what is open.
     *
     * @param limited whether a time span of more than seven days is refused
     */
    static ContactFilter read(Parameters parameters, List<Tag> tags, boolean limited) {
        List<Predicate<ContactEntry>> conditions = new ArrayList<>();
        TimeWindow.from(parameters, limited).ifPresent(window -> conditions.add(window::covers));
        parameters
                .text("tagResourceId")
                .ifPresent(id -> conditions.add(entry -> entry.tagIds().contains(id)));
        parameters.flag("open").ifPresent(open -> conditions.add(entry -> entry.open() == open));
        if (parameters.flag("filterWorksAt").orElse(false)) {
            conditions.add(ContactEntry::external);
        }
        parameters
                .text("userId")
                .map(Directory::identities)
                .ifPresent(identities -> conditions.add(entry -> entry.isVisibleTo(identities)));
        parameters.text("keyword").ifPresent(keyword -> conditions.add(mentioning(keyword, tags)));
        return new ContactFilter(List.copyOf(conditions));
    }

    /** A part of a name, of a company's name or of a tag's name, in any case and with blanks of any width and number. */
    private static Predicate<ContactEntry> mentioning(String keyword, List<Tag> tags) {
        String wanted = BLANKS.matcher(keyword.toLowerCase(Locale.ROOT)).replaceAll(" ");
        Set<String> tagIds = tags.stream()
                .filter(tag -> tag.name().toLowerCase(Locale.ROOT).contains(wanted))
                .map(Tag::id)
                .collect(Collectors.toSet());
        return entry -> entry.mentions(wanted) || entry.tagIds().stream().anyMatch(tagIds::contains);
    }
}
