package dev.meishi.contact;

import dev.meishi.lineworks.Kind;
import java.lang.reflect.Array;

/**
 * The constants of an enum of the schema by the kinds of the same names that LINE WORKS tells apart.
 *
 * @param <K> the kinds
 * @param <T> the enum of the schema
 */
@SuppressWarnings(
        "EnumOrdinal") // an ordinal is where a kind's constant is found in this process, and goes nowhere else
final class SchemaEnum<K extends Enum<K>, T extends Enum<T>> {

    /** For every part of a contact that has a kind. */
    static final SchemaEnum<Kind.Sharer, SharedMemberType> SHARERS =
            new SchemaEnum<>(Kind.Sharer.class, SharedMemberType.class);

    static final SchemaEnum<Kind.Phone, PhoneType> PHONES = new SchemaEnum<>(Kind.Phone.class, PhoneType.class);
    static final SchemaEnum<Kind.Location, LocationType> LOCATIONS =
            new SchemaEnum<>(Kind.Location.class, LocationType.class);
    static final SchemaEnum<Kind.Event, EventType> EVENTS = new SchemaEnum<>(Kind.Event.class, EventType.class);
    static final SchemaEnum<Kind.Calendar, EventCalendar> CALENDARS =
            new SchemaEnum<>(Kind.Calendar.class, EventCalendar.class);
    static final SchemaEnum<Kind.Messenger, MessengerType> MESSENGERS =
            new SchemaEnum<>(Kind.Messenger.class, MessengerType.class);

    /** In the order of the kinds. */
    private final T[] constants;

    @SuppressWarnings("unchecked")
    SchemaEnum(Class<K> kinds, Class<T> type) {
        K[] all = kinds.getEnumConstants();
        constants = (T[]) Array.newInstance(type, all.length);
        for (K kind : all) {
            constants[kind.ordinal()] = Enum.valueOf(type, kind.name());
        }
    }

    T of(K kind) {
        return constants[kind.ordinal()];
    }
}
