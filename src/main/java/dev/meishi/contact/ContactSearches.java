package dev.meishi.contact;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.Blanks;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.Capabilities.Ability;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.DateType;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import dev.meishi.lineworks.ContactSearch.OrderBy;
import dev.meishi.lineworks.ContactSearch.SortOrder;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.listing.Span;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a contacts field into a search that LINE WORKS can carry out, and what is left to be looked for in
 * what it finds, or says why that cannot be.
 */
@Singleton
class ContactSearches {

    /** The schema's name of the type. */
    private static final String MEMBER = "Member";

    private static final OffsetDateTime BEGINNING =
            Instant.ofEpochSecond(Span.BEGINNING).atOffset(ZoneOffset.UTC);

    private static final OffsetDateTime END = Instant.ofEpochSecond(Span.END).atOffset(ZoneOffset.UTC);

    private final Capabilities capabilities;
    private final Domains domains;

    @Inject
    ContactSearches(LineWorks lineWorks, Domains domains) {
        this(lineWorks.capabilities(), domains);
    }

    ContactSearches(Capabilities capabilities, Domains domains) {
        this.capabilities = capabilities;
        this.domains = domains;
    }

    ContactQuery of(@Nullable ContactFilter given, @Nullable ContactOrder order) {
        ContactFilter filter = given == null ? ContactFilter.NONE : given;
        ContactOrderField field = order == null ? null : order.field();
        OrderDirection direction = order == null ? null : order.direction();
        DateWindow between = between(filter);
        boolean isLong = between != null
                && Duration.between(between.from(), between.to()).compareTo(capabilities.longestWindow()) > 0;
        String keyword = FilterIds.text("keyword", Blanks.stripped(filter.keyword()));
        FilterIds ids = new FilterIds(domains.named(filter.domainId()));
        FilterTags tags = FilterTags.of(filter, ids);
        boolean isSearched = capabilities.has(Ability.KEYWORD);
        ContactSearch search = new ContactSearch(
                ids.domainId(),
                isSearched ? keyword : null,
                tags.searched(),
                filter.open(),
                Boolean.TRUE.equals(filter.externalOnly()),
                ids.of("accessibleTo", MEMBER, filter.accessibleTo()),
                isLong ? null : between,
                field == null ? OrderBy.CREATION_TIME : OrderBy.valueOf(field.name()),
                direction == null ? SortOrder.ASC : SortOrder.valueOf(direction.name()),
                email(Blanks.stripped(filter.email())),
                phone(Blanks.stripped(filter.phone())));
        return new ContactQuery(search, isLong ? between : null, isSearched ? null : keyword, null, tags.match());
    }

    private @Nullable String email(@Nullable String given) {
        if (given != null && !capabilities.has(Ability.EMAIL)) {
            throw unavailable("email", "e-mail addresses");
        }
        return FilterIds.text("email", given);
    }

    private @Nullable String phone(@Nullable String given) {
        if (given != null && !capabilities.has(Ability.PHONE)) {
            throw unavailable("phone", "phone numbers");
        }
        return given == null ? null : PhonePart.of(given);
    }

    private static Failure unavailable(String name, String what) {
        return new Failure(
                ErrorCode.FEATURE_DISABLED,
                "filter." + name + " cannot be used here: the API of LINE WORKS that this installation calls does not"
                        + " search " + what + ". Use filter.keyword, or leave it out.");
    }

    private static @Nullable DateWindow between(ContactFilter filter) {
        DateTimeRange created = given(filter.createdBetween());
        DateTimeRange modified = given(filter.modifiedBetween());
        if (created != null && modified != null) {
            throw invalid(
                    "filter must have at most one span of time, found createdBetween and modifiedBetween; leave one of them out: LINE WORKS searches by one time only.");
        }
        if (created != null) {
            return window("createdBetween", DateType.CREATION_TIME, created);
        }
        return modified == null ? null : window("modifiedBetween", DateType.MODIFICATION_TIME, modified);
    }

    /** A span without ends is no condition. */
    static @Nullable DateTimeRange given(@Nullable DateTimeRange range) {
        return range == null || (range.from() == null && range.to() == null) ? null : range;
    }

    /**
     * Contacts carry whole seconds, so a fraction moves each end inwards to the next one. An end that is not given is the
     * same whenever it is asked, so that what is cached for one caller serves the next.
     */
    private static DateWindow window(String name, DateType type, DateTimeRange range) {
        OffsetDateTime givenFrom = range.from();
        OffsetDateTime givenTo = range.to();
        OffsetDateTime from =
                givenFrom == null ? BEGINNING : givenFrom.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
        OffsetDateTime to = givenTo == null ? END : givenTo.truncatedTo(ChronoUnit.SECONDS);
        if (givenFrom != null && givenTo != null && givenFrom.isAfter(givenTo)) {
            throw invalid("filter." + name + " must start before it ends, found from " + givenFrom + " to " + givenTo
                    + "; swap the two.");
        }
        if (from.isAfter(to)) {
            throw invalid("filter." + name + " must include a whole second, found from " + from + " to " + to
                    + "; times of contacts are whole seconds, so widen it.");
        }
        return new DateWindow(type, from, to);
    }

    private static Failure invalid(String message) {
        return new Failure(ErrorCode.INVALID_ARGUMENT, message);
    }
}
