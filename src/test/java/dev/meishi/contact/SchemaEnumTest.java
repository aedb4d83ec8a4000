package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.lineworks.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link SchemaEnum}: the schema has a constant for each kind, and none that no kind comes to. */
class SchemaEnumTest {

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(Kind.Sharer.class, SharedMemberType.class),
                Arguments.of(Kind.Phone.class, PhoneType.class),
                Arguments.of(Kind.Location.class, LocationType.class),
                Arguments.of(Kind.Event.class, EventType.class),
                Arguments.of(Kind.Calendar.class, EventCalendar.class),
                Arguments.of(Kind.Messenger.class, MessengerType.class),
                Arguments.of(Kind.External.class, WorksAtType.class));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void kindsAndConstantsHaveTheSameNames(Class<? extends Enum<?>> kinds, Class<? extends Enum<?>> type) {
        assertThat(names(kinds)).containsExactlyInAnyOrderElementsOf(names(type));
    }

    @Test
    void eachKindIsTheConstantOfItsName() {
        SchemaEnum<Kind.Phone, PhoneType> phones = new SchemaEnum<>(Kind.Phone.class, PhoneType.class);
        for (Kind.Phone kind : Kind.Phone.values()) {
            assertThat(phones.of(kind)).hasToString(kind.name());
        }
    }

    @Test
    void aKindWithoutAConstantIsFoundWhenItIsMade() {
        assertThatThrownBy(() -> new SchemaEnum<>(Kind.Phone.class, LocationType.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MOBILE");
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}
