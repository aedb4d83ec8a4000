package dev.meishi.lineworks.v2;

import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.Capabilities.Ability;
import java.time.Duration;
import java.util.EnumSet;

/** What API 2.0 can do. */
final class ApiCapabilities {

    /**
     * By the vendor's pages: {@code count} up to 500, 50,000 results in all, at most 7 days between the bounds; no page
     * numbers, no total, no keyword.
     */
    static final Capabilities OF_API_2 = new Capabilities(
            500,
            50_000,
            Duration.ofDays(7),
            EnumSet.of(Ability.OPENNESS, Ability.EMAIL, Ability.PHONE, Ability.MEMBERS));

    private ApiCapabilities() {}
}
