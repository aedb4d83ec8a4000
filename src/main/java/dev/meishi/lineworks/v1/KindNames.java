package dev.meishi.lineworks.v1;

import dev.meishi.json.Text;
import dev.meishi.lineworks.Kind;
import dev.meishi.lineworks.body.EnumNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds by the texts that API 1.0 has for them: mostly their own names, in any case. */
final class KindNames {

    /** {@code sharedMembers[].type}; GROUP is on the vendor's page for adding only. */
    static final EnumNames<Kind.Sharer> SHARER = new EnumNames<>(Kind.Sharer.class, Kind.Sharer.UNKNOWN);

    /** {@code phones[].type}. */
    static final EnumNames<Kind.Phone> PHONE = new EnumNames<>(Kind.Phone.class, Kind.Phone.UNKNOWN);

    /** {@code locations[].type}. */
    static final EnumNames<Kind.Location> LOCATION = new EnumNames<>(Kind.Location.class, Kind.Location.UNKNOWN);

    /** {@code events[].type}. */
    static final EnumNames<Kind.Event> EVENT = new EnumNames<>(Kind.Event.class, Kind.Event.UNKNOWN);

    /** {@code messengers[].type}. */
    static final EnumNames<Kind.Messenger> MESSENGER = new EnumNames<>(Kind.Messenger.class, Kind.Messenger.UNKNOWN);

    /** {@code worksAt.type} and {@code serviceType}; WORKS is how API 2.0 writes it. */
    static final EnumNames<Kind.External> EXTERNAL =
            new EnumNames<>(Kind.External.class, Kind.External.UNKNOWN, Map.of("WORKS", Kind.External.WORKSAT));

    /** {@code contactTags[].type}, by the pages of API 2.0. */
    static final EnumNames<Kind.Tag> TAG = new EnumNames<>(Kind.Tag.class, Kind.Tag.UNKNOWN);

    /** Of one letter, however it is escaped. */
    private static final int LONGEST_LETTER = 6;

    private KindNames() {}

    /** {@code events[].dayType}, a letter. */
    static Kind.Calendar calendar(@Nullable Text dayType) {
        if (dayType == null || dayType.length() > LONGEST_LETTER) {
            return Kind.Calendar.UNKNOWN;
        }
        return switch (dayType.toString()) {
            case "S", "s" -> Kind.Calendar.SOLAR;
            case "L", "l" -> Kind.Calendar.LUNAR;
            default -> Kind.Calendar.UNKNOWN;
        };
    }
}
