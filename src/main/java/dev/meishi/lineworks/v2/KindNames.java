package dev.meishi.lineworks.v2;

import dev.meishi.lineworks.Kind;
import dev.meishi.lineworks.body.EnumNames;
import java.util.Map;

/** The kinds by the texts that API 2.0 has for them: mostly their own names, in any case. */
final class KindNames {

    /** {@code permission.accessibleMembers[].type}: a word for members of groups; what is left of its own page says U. */
    static final EnumNames<Kind.Sharer> SHARER = new EnumNames<>(
            Kind.Sharer.class,
            Kind.Sharer.UNKNOWN,
            Map.of("U", Kind.Sharer.USER, "O", Kind.Sharer.ORGUNIT, "G", Kind.Sharer.GROUP));

    /** {@code telephones[].type}. */
    static final EnumNames<Kind.Phone> PHONE =
            new EnumNames<>(Kind.Phone.class, Kind.Phone.UNKNOWN, Map.of("CELLPHONE", Kind.Phone.MOBILE));

    /** {@code locations[].type}, as in API 1.0. */
    static final EnumNames<Kind.Location> LOCATION = new EnumNames<>(Kind.Location.class, Kind.Location.UNKNOWN);

    /** {@code events[].type}, as in API 1.0. */
    static final EnumNames<Kind.Event> EVENT = new EnumNames<>(Kind.Event.class, Kind.Event.UNKNOWN);

    /** The calendar of an event: a letter in API 1.0, a word for the birthdays of members. */
    static final EnumNames<Kind.Calendar> CALENDAR = new EnumNames<>(
            Kind.Calendar.class, Kind.Calendar.UNKNOWN, Map.of("S", Kind.Calendar.SOLAR, "L", Kind.Calendar.LUNAR));

    /** The type of a messenger. */
    static final EnumNames<Kind.Messenger> MESSENGER = new EnumNames<>(Kind.Messenger.class, Kind.Messenger.UNKNOWN);

    /** {@code linkedExternalUser.type}; what stands there for users of LINE is not known. */
    static final EnumNames<Kind.External> EXTERNAL =
            new EnumNames<>(Kind.External.class, Kind.External.UNKNOWN, Map.of("WORKS", Kind.External.WORKSAT));

    /** {@code contactTags[].type}. */
    static final EnumNames<Kind.Tag> TAG = new EnumNames<>(Kind.Tag.class, Kind.Tag.UNKNOWN);

    private KindNames() {}
}
