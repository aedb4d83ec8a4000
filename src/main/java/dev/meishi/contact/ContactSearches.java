package dev.meishi.contact;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.DateType;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import dev.meishi.lineworks.ContactSearch.OrderBy;
import dev.meishi.lineworks.ContactSearch.SortOrder;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.LineWorks;
import io.smallrye.graphql.api.Nullable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Reads the arguments of a contacts field into a search LINE WORKS can carry out, or says why it cannot. */
@Singleton
class ContactSearches {

    /** Longer than any name, id or address; it all has to fit in one request line. */
    private static final int MAX_LENGTH = 256;

    private final Domains domains;

    ContactSearches(Domains domains) {
        this.domains = domains;
    }

    WantedContacts of(@Nullable ContactFilter given, @Nullable ContactOrder order) {
        ContactFilter filter = given == null ? ContactFilter.NONE : given;
        ContactOrderField field = order == null ? null : order.field();
        OrderDirection direction = order == null ? null : order.direction();
        DateWindow between = between(filter);
        boolean isLong = between != null
                && Duration.between(between.from(), between.to()).compareTo(LineWorks.LONGEST_WINDOW) > 0;
        ContactSearch search = new ContactSearch(
                domains.named(filter.domainId()),
                text("keyword", filter.keyword()),
                text("tagResourceId", filter.tagResourceId()),
                filter.open(),
                Boolean.TRUE.equals(filter.externalOnly()),
                text("accessibleTo", filter.accessibleTo()),
                isLong ? null : between,
                field == null ? OrderBy.CREATION_TIME : OrderBy.valueOf(field.name()),
                direction == null ? SortOrder.ASC : SortOrder.valueOf(direction.name()));
        return new WantedContacts(search, isLong ? between : null);
    }

    private static @Nullable String text(String name, @Nullable String value) {
        if (value != null && value.isBlank()) {
            throw invalid("filter." + name + " is blank; leave it out to search without it.");
        }
        if (value != null && value.length() > MAX_LENGTH) {
            throw invalid("filter." + name + " has " + value.length() + " characters, allowed are " + MAX_LENGTH + ".");
        }
        return value;
    }

    private static @Nullable DateWindow between(ContactFilter filter) {
        DateTimeRange created = filter.createdBetween();
        DateTimeRange modified = filter.modifiedBetween();
        if (created != null && modified != null) {
            throw invalid("filter has createdBetween and modifiedBetween; LINE WORKS searches by one of them.");
        }
        if (created != null) {
            return window("createdBetween", DateType.CREATION_TIME, created);
        }
        return modified == null ? null : window("modifiedBetween", DateType.MODIFICATION_TIME, modified);
    }

    /** Contacts carry whole seconds, so a fraction moves each end inwards to the next one. */
    private static DateWindow window(String name, DateType type, DateTimeRange range) {
        OffsetDateTime givenFrom = range.from();
        OffsetDateTime givenTo = range.to();
        if (givenFrom == null || givenTo == null) {
            throw invalid("filter." + name + " needs both from and to.");
        }
        OffsetDateTime from = givenFrom.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
        OffsetDateTime to = givenTo.truncatedTo(ChronoUnit.SECONDS);
        if (givenFrom.isAfter(givenTo)) {
            throw invalid("filter." + name + " ends before it starts: from " + givenFrom + " to " + givenTo + ".");
        }
        if (from.isAfter(to)) {
            throw invalid("filter." + name + " has no whole second in it: from " + givenFrom + " to " + givenTo + ".");
        }
        return new DateWindow(type, from, to);
    }

    private static Failure invalid(String message) {
        return new Failure(ErrorCode.INVALID_ARGUMENT, message);
    }
}
