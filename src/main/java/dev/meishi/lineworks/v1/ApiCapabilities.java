package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.Capabilities.Ability;
import java.time.Duration;
import java.util.EnumSet;

/** What API 1.0 can do. */
final class ApiCapabilities {

    /**
     * By the vendor's pages: {@code maxResults} and {@code pagePerLength} up to 500, "up to 50,000 search results", windows of
     * "up to 7 days".
     */
    static final Capabilities OF_API_1 = new Capabilities(
            500,
            50_000,
            Duration.ofDays(7),
            EnumSet.of(
                    Ability.SEEK_BY_RANK,
                    Ability.CHEAP_TOTAL,
                    Ability.KEYWORD,
                    Ability.OPENNESS,
                    Ability.COMBINED_CONDITIONS,
                    Ability.PRIVATE_CONTACTS));

    private ApiCapabilities() {}
}
