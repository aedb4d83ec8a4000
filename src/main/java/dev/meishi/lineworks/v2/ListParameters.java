package dev.meishi.lineworks.v2;

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

/**
 * A search in the words of the vendor's pages for lists of contacts. The order is always named, as the default is not
 * documented, and with a cursor everything is repeated, as all known clients do.
 */
final class ListParameters {

    /** {@code YYYY-MM-DDThh:mm:ssTZD}; a zero offset is {@code +00:00}. */
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private ListParameters() {}

    /** What is not asked for is left out. */
    static Map<String, String> of(ContactSearch search, PageRequest page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        DateWindow between = search.between();
        if (between != null) {
            parameters.put("searchDateType", dateType(between.type()));
            parameters.put("startDateTime", timestamp(between.from()));
            parameters.put("endDateTime", timestamp(between.to()));
        }
        Boolean open = search.open();
        put(parameters, "accessibleRange", open == null ? null : open ? "ALL" : "MEMBER");
        put(parameters, "contactTagId", search.tagResourceId());
        put(parameters, "email", search.email());
        put(parameters, "telephone", search.phone());
        put(parameters, "searchFilterType", search.externalOnly() ? "LINKED_EXTERNAL_USER" : null);
        parameters.put("orderBy", orderBy(search.orderBy()) + (search.direction() == SortOrder.ASC ? " asc" : " desc"));
        parameters.put("count", String.valueOf(page.size()));
        put(parameters, "cursor", page.cursor());
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static String dateType(DateType type) {
        return switch (type) {
            case CREATION_TIME -> "CREATED_TIME";
            case MODIFICATION_TIME -> "MODIFIED_TIME";
        };
    }

    private static String orderBy(OrderBy field) {
        return switch (field) {
            case NAME -> "name";
            case CREATION_TIME -> "createdTime";
            case MODIFICATION_TIME -> "modifiedTime";
        };
    }

    private static String timestamp(OffsetDateTime time) {
        return TIMESTAMP.format(time);
    }
}
