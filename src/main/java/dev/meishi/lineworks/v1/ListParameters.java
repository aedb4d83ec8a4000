package dev.meishi.lineworks.v1;

import dev.meishi.connection.PageRequest;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.DateType;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import dev.meishi.lineworks.ContactSearch.OrderBy;
import dev.meishi.lineworks.ContactSearch.SortOrder;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A search in the words of the vendor's page for lists of contacts, v3. */
final class ListParameters {

    /** {@code YYYY-MM-DDThh:mm:ssTZD}, as the vendor's page writes it; a zero offset is {@code +00:00}. */
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private ListParameters() {}

    /** What is not asked for is left out. */
    static Map<String, String> of(ContactSearch search, PageRequest page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("page", String.valueOf(number(page)));
        parameters.put("maxResults", String.valueOf(page.size()));
        DateWindow between = search.between();
        if (between != null) {
            parameters.put("searchDateType", dateType(between.type()));
            parameters.put("startDateTime", timestamp(between.from()));
            parameters.put("endDateTime", timestamp(between.to()));
        }
        put(parameters, "tagResourceId", search.tagResourceId());
        put(parameters, "open", search.open());
        put(parameters, "filterWorksAt", search.externalOnly() ? true : null);
        put(parameters, "userId", search.accessibleTo());
        put(parameters, "keyword", search.keyword());
        parameters.put("orderBy", orderBy(search.orderBy()));
        parameters.put("sortOrder", search.direction() == SortOrder.ASC ? "ASC" : "DESC");
        return parameters;
    }

    /** The number of a page; a page that begins at a cursor was asked for of the wrong API. */
    static int number(PageRequest page) {
        if (page.cursor() != null) {
            throw new IllegalArgumentException("API 1.0 numbers its pages, and was asked for one by a cursor");
        }
        return page.number();
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    private static String dateType(DateType type) {
        return switch (type) {
            case CREATION_TIME -> "CREATION_TIME";
            case MODIFICATION_TIME -> "MODIFICATION_TIME";
        };
    }

    private static String orderBy(OrderBy field) {
        return switch (field) {
            case NAME -> "NAME";
            case CREATION_TIME -> "CREATION_TIME";
            case MODIFICATION_TIME -> "MODIFICATION_TIME";
        };
    }

    private static String timestamp(OffsetDateTime time) {
        return TIMESTAMP.format(time);
    }
}
