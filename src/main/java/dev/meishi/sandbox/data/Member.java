package dev.meishi.sandbox.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A member of the tenant, with what follows from the seed.
 *
 * @param number from 1
 * @param id an e-mail address, which is the login too
 * @param lastName family name
 * @param firstName given name
 * @param phoneticLastName how the family name is read; null outside Japanese
 * @param phoneticFirstName how the given name is read; null outside Japanese
 * @param orgUnitId the one organisation the member is in
 * @param title position; null for none
 * @param externalKey the id in another system; null for one member in four
 * @param cellPhone as it is written
 * @param suspended one member in twenty-five is
 */
public record Member(
        int number,
        String id,
        String lastName,
        String firstName,
        @Nullable String phoneticLastName,
        @Nullable String phoneticFirstName,
        String orgUnitId,
        @Nullable String title,
        @Nullable String externalKey,
        String cellPhone,
        boolean suspended) {

    static Member drawn(Seed seed, int number) {
        SeededRandom random = seed.random("member", number, 0);
        Culture culture = Culture.MIX.get(number % Culture.MIX.size());
        Culture.Spelling last = random.pick(culture.lastNames());
        Culture.Spelling first = random.pick(culture.firstNames());
        return new Member(
                number,
                Directory.MEMBERS.get(number - 1),
                last.written(),
                first.written(),
                last.read().isEmpty() ? null : last.read(),
                first.read().isEmpty() ? null : first.read(),
                Directory.ORG_UNITS.get((number - 1) % Directory.ORG_UNITS.size()),
                random.chance(0.8) ? random.pick(culture.titles()) : null,
                number % 4 == 0 ? null : "EMP-%04d".formatted(number),
                random.pick(culture.dialling()) + "-" + random.digits(4) + "-" + random.digits(4),
                number % 25 == 0);
    }

    /** Family name first, with a blank. */
    public String name() {
        return lastName + " " + firstName;
    }

    /** What an order by name goes by. */
    public String sortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every member, by number. */
    static List<Member> all(Seed seed) {
        return IntStream.rangeClosed(1, Directory.MEMBERS.size())
                .mapToObj(number -> drawn(seed, number))
                .toList();
    }
}
