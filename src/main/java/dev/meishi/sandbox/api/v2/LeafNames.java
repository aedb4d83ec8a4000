package dev.meishi.sandbox.api.v2;

import io.vertx.core.json.JsonObject;

/**
 * What the properties of events, places, websites and messengers are called, which no readable page tells. Each constant is
 * a guess that a reader must be able to take.
 */
enum LeafNames {
    /** As the member object has them. */
    MEMBER_LIKE("date", "calendarType", "address", "postalCode", "website", "messengerId", "customType"),
    /** The noun of the list in the singular. */
    NOUN("event", "dayType", "location", "zipcode", "url", "messenger", "customLabel"),
    /** Mostly the word value, and a link. */
    VALUE("value", "calendarType", "value", "postalCode", "link", "id", "customLabel"),
    /** As API 1.0 has them. */
    V1("value", "dayType", "value", "zipcode", "value", "id", "customType");

    private final String day;
    private final String calendar;
    private final String place;
    private final String zipcode;
    private final String website;
    private final String messenger;
    private final String label;

    LeafNames(
            String day, String calendar, String place, String zipcode, String website, String messenger, String label) {
        this.day = day;
        this.calendar = calendar;
        this.place = place;
        this.zipcode = zipcode;
        this.website = website;
        this.messenger = messenger;
        this.label = label;
    }

    String day() {
        return day;
    }

    String calendar() {
        return calendar;
    }

    String place() {
        return place;
    }

    String zipcode() {
        return zipcode;
    }

    String website() {
        return website;
    }

    String messenger() {
        return messenger;
    }

    String label() {
        return label;
    }

    /** A day of API 1.0, yyyyMMdd, in this profile's form. */
    Object dayOf(Object value) {
        boolean hyphens = this == MEMBER_LIKE || this == VALUE;
        return hyphens && value instanceof String text && text.matches("\\d{8}")
                ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
                : value;
    }

    /** A calendar of API 1.0, S or L. */
    Object calendarOf(Object value) {
        if (this == NOUN || this == V1) {
            return value;
        }
        return "S".equals(value) ? "SOLAR" : "L".equals(value) ? "LUNAR" : value;
    }

    /** Puts the type of a messenger where this profile has it. */
    void putMessengerType(JsonObject messenger, Object type) {
        switch (this) {
            case MEMBER_LIKE, V1 -> messenger.put("type", type);
            case NOUN -> messenger.put("protocol", type);
            case VALUE -> messenger.put("protocol", new JsonObject().put("type", type));
        }
    }
}
