package dev.meishi.sandbox.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An organisation or a group of the tenant.
 *
 * @param number from 1
 * @param id an e-mail address
 * @param name as members see it
 * @param parentId the organisation above; empty for the highest and for groups
 */
public record Team(int number, String id, String name, String parentId) {

    private static final int TOP = 4;

    /** The organisations: four at the top, the others below them in turn. */
    static List<Team> orgUnits() {
        return IntStream.rangeClosed(1, Directory.ORG_UNITS.size())
                .mapToObj(number -> new Team(
                        number,
                        Directory.ORG_UNITS.get(number - 1),
                        pick(Culture.JAPANESE.departments(), number) + (number > TOP ? " " + number : ""),
                        number > TOP ? Directory.ORG_UNITS.get((number - 1) % TOP) : ""))
                .toList();
    }

    /** The groups. */
    static List<Team> groups() {
        return IntStream.rangeClosed(1, Directory.GROUPS.size())
                .mapToObj(number -> new Team(
                        number,
                        Directory.GROUPS.get(number - 1),
                        pick(Culture.KOREAN.departments(), number) + " " + number,
                        ""))
                .toList();
    }

    private static String pick(List<String> names, int number) {
        return names.get(number % names.size());
    }
}
