package dev.meishi.lineworks;

/**
 * The kinds that LINE WORKS tells apart, in words of no API's own. Each API translates its own words into them; {@code
 * UNKNOWN} is what it has no word for, and what has no kind.
 */
public final class Kind {

    private Kind() {}

    /** Of a phone number. */
    public enum Phone {
        MOBILE,
        WORK,
        HOME,
        WORK_FAX,
        HOME_FAX,
        OTHER,
        CUSTOM,
        UNKNOWN
    }

    /** Of a postal address. */
    public enum Location {
        WORK,
        HOME,
        OTHER,
        CUSTOM,
        UNKNOWN
    }

    /** Of a day to remember. */
    public enum Event {
        BIRTHDAY,
        ANNIVERSARY,
        OTHER,
        CUSTOM,
        UNKNOWN
    }

    /** Of the calendar that a day is given in. */
    public enum Calendar {
        SOLAR,
        LUNAR,
        UNKNOWN
    }

    /** Of a messenger. */
    public enum Messenger {
        LINE,
        FACEBOOK,
        TWITTER,
        X,
        CUSTOM,
        UNKNOWN
    }

    /** Of whom a restricted contact is shared with. */
    public enum Sharer {
        USER,
        ORGUNIT,
        GROUP,
        UNKNOWN
    }

    /** Of where an external contact comes from. */
    public enum External {
        LINE,
        WORKSAT,
        UNKNOWN
    }

    /** Of whose a tag is. */
    public enum Tag {
        COMPANY,
        USER,
        UNKNOWN
    }
}
