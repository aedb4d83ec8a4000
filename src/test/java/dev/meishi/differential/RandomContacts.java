package dev.meishi.differential;

import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactPayload;
import dev.meishi.lineworks.PrivateContactPayload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Contacts as LINE WORKS could send them, and as it should not: of nothing but nulls, or with what no enum knows. */
final class RandomContacts {

    /** How many different tags contacts carry; LINE WORKS knows only the first ones of them. */
    static final int TAGS = 30;

    private final Dice dice;

    RandomContacts(Dice dice) {
        this.dice = dice;
    }

    ContactPayload contact(@Nullable String id, Instant created, Instant modified) {
        return new ContactPayload(
                wire(id),
                flag(),
                flag(),
                wire(text()),
                list(2, () -> new ContactPayload.SharedMember(wire(text()), wire(name("USER", "GROUP", "ORGUNIT")))),
                tagIds(),
                dice.orNull(10, this::name),
                list(3, () -> new ContactPayload.Email(wire(text()), flag())),
                list(
                        3,
                        () -> new ContactPayload.Phone(
                                wire(text()), wire(name("WORK", "MOBILE", "HOME_FAX")), wire(text()), flag())),
                list(2, () -> new ContactPayload.Organization(wire(text()), wire(text()), wire(text()), flag())),
                list(
                        2,
                        () -> new ContactPayload.Location(
                                wire(text()), wire(text()), wire(name("WORK", "HOME")), wire(text()), flag())),
                list(
                        2,
                        () -> new ContactPayload.Event(
                                wire(text()),
                                wire(name("S", "L")),
                                wire(name("BIRTHDAY", "CUSTOM")),
                                wire(text()),
                                flag())),
                list(
                        2,
                        () -> new ContactPayload.Messenger(
                                wire(text()), wire(name("LINE", "FACEBOOK")), wire(text()), flag())),
                list(2, () -> new ContactPayload.Website(wire(text()), flag())),
                list(1, () -> new ContactPayload.Photo(wire(text()), flag())),
                wire(text()),
                list(
                        1,
                        () -> new ContactPayload.WorksAt(
                                wire(name("LINE", "WORKSAT")), wire(text()), wires(2, this::someText))),
                wire(time(created)),
                wire(time(modified)));
    }

    private ContactPayload.Name name() {
        return new ContactPayload.Name(
                wire(text()),
                wire(text()),
                wire(text()),
                wire(text()),
                wire(text()),
                wire(text()),
                wire(text()),
                wire(text()));
    }

    PrivateContactPayload privateContact(@Nullable String number) {
        return new PrivateContactPayload(
                number,
                text(),
                text(),
                text(),
                text(),
                text(),
                text(),
                text(),
                name("Y", "N"),
                dice.orNull(40, () -> new PrivateContactPayload.WorksAt(name("LINE", "WORKSAT"), text())));
    }

    private @Nullable List<@Nullable Text> wires(int most, Supplier<String> entry) {
        List<@Nullable String> all = list(most, entry);
        if (all == null) {
            return null;
        }
        List<@Nullable Text> wires = new ArrayList<>();
        all.forEach(one -> wires.add(wire(one)));
        return wires;
    }

    private static @Nullable Text wire(@Nullable String characters) {
        return characters == null ? null : Text.of(characters);
    }

    private @Nullable List<@Nullable Text> tagIds() {
        int most = dice.percent(4) ? 60 : 4;
        return wires(most, () -> "t" + dice.below(TAGS));
    }

    private <T> @Nullable List<@Nullable T> list(int most, Supplier<T> entry) {
        if (dice.percent(10)) {
            return null;
        }
        List<@Nullable T> list = new ArrayList<>();
        for (int i = dice.few(most); i > 0; i--) {
            list.add(dice.orNull(5, entry));
        }
        return list;
    }

    private String someText() {
        return RandomTexts.any(dice);
    }

    private @Nullable String text() {
        return RandomTexts.anyOrNull(dice);
    }

    private @Nullable String name(String... known) {
        return RandomTexts.name(dice, known);
    }

    private @Nullable Boolean flag() {
        return dice.oneOf(true, false, null);
    }

    private @Nullable String time(Instant at) {
        return switch (dice.below(20)) {
            case 0 -> null;
            case 1 -> dice.oneOf("yesterday", "", "2026-02-30T00:00:00Z", "2026-06-01", "2026-06-01T00:00:00");
            case 2 -> dice.oneOf("+12026-06-01T00:00:00Z", "2026-06-01T00:00+09", "-0001-01-01T00:00:00Z");
            case 3 -> at.plus(Duration.ofHours(9)).toString().replace("Z", ".120+09:00");
            case 4 -> at.minus(Duration.ofHours(3)).toString().replace("Z", "-03:00");
            default -> at.toString();
        };
    }
}
