package dev.meishi.contact;

import dev.meishi.lineworks.LineWorks;
import dev.meishi.pages.Pages;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Changes up to a moment that stays the same: who asks twice gets the same answer. */
@Alternative
@Singleton
public class StandingClock {

    /** The setting of the moment, in ISO 8601. */
    public static final String NOW = "test.meishi.now";

    @Produces
    @Alternative
    @Singleton
    ContactChanges changes(
            LineWorks lineWorks,
            Pages pages,
            ContactSearches searches,
            TagNames tags,
            ChangesConfig config,
            @ConfigProperty(name = NOW) Instant now) {
        return new ContactChanges(
                lineWorks,
                pages,
                searches,
                new Totals(lineWorks, () -> 20),
                tags,
                config.settleTime(),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
