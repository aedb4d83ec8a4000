package dev.meishi.differential;

import dev.meishi.lineworks.Kind;
import dev.meishi.lineworks.UpstreamPrivateContact;
import dev.meishi.lineworks.v1.JacksonContact;
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

    JacksonContact contact(@Nullable String id, Instant created, Instant modified) {
        return new JacksonContact(
                id,
                flag(),
                flag(),
                text(),
                list(2, () -> new JacksonContact.SharedMember(text(), name("USER", "GROUP", "ORGUNIT"))),
                tagIds(),
                dice.orNull(10, this::name),
                list(3, () -> new JacksonContact.Email(text(), flag())),
                list(3, () -> new JacksonContact.Phone(text(), name("WORK", "MOBILE", "HOME_FAX"), text(), flag())),
                list(2, () -> new JacksonContact.Organization(text(), text(), text(), flag())),
                list(2, () -> new JacksonContact.Location(text(), text(), name("WORK", "HOME"), text(), flag())),
                list(
                        2,
                        () -> new JacksonContact.Event(
                                text(), name("S", "L"), name("BIRTHDAY", "CUSTOM"), text(), flag())),
                list(2, () -> new JacksonContact.Messenger(text(), name("LINE", "FACEBOOK"), text(), flag())),
                list(2, () -> new JacksonContact.Website(text(), flag())),
                list(1, () -> new JacksonContact.Photo(text(), flag())),
                text(),
                list(1, () -> new JacksonContact.WorksAt(name("LINE", "WORKSAT"), text(), list(2, this::someText))),
                time(created),
                time(modified));
    }

    private JacksonContact.Name name() {
        return new JacksonContact.Name(text(), text(), text(), text(), text(), text(), text(), text());
    }

    UpstreamPrivateContact privateContact(@Nullable String number) {
        return new UpstreamPrivateContact(
                number,
                text(),
                text(),
                text(),
                text(),
                text(),
                text(),
                text(),
                "Y".equals(name("Y", "N")),
                dice.orNull(40, this::external));
    }

    private UpstreamPrivateContact.External external() {
        Kind.External kind = dice.oneOf(Kind.External.LINE, Kind.External.WORKSAT, Kind.External.UNKNOWN);
        return new UpstreamPrivateContact.External(kind, name("LINE", "WORKSAT"), text());
    }

    private @Nullable List<@Nullable String> tagIds() {
        int most = dice.percent(4) ? 60 : 4;
        return list(most, () -> "t" + dice.below(TAGS));
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
