package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.PageArguments;
import dev.meishi.contact.StoredContacts.Stored;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.Urgency;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.pages.CachedPages;
import dev.meishi.pages.Pages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A copy of the contacts that changed since a moment, as one API of LINE WORKS tells of them. */
final class Polls {

    private static final Duration SETTLE = Duration.ofSeconds(10);

    private final LineWorks lineWorks;
    private final Domains domains;
    private final long since;
    private final Pages pages = CachedPages.fresh(Duration.ofMinutes(10));
    private final Map<String, Long> copy = new HashMap<>();
    private @Nullable String cursor;
    private @Nullable Stored last;

    Polls(LineWorks lineWorks, Domains domains, long since) {
        this.lineWorks = ShortLists.of(lineWorks);
        this.domains = domains;
        this.since = since;
    }

    Map<String, Long> copy() {
        return copy;
    }

    /** Until there is no more. */
    void pollAll(StoredContacts store) {
        boolean isMore = true;
        while (isMore) {
            isMore = poll(500, store);
        }
    }

    /** One page, in no more calls than it says; nothing comes twice unless the contact of the cursor is gone. */
    boolean poll(int count, StoredContacts store) {
        Ledger ledger = Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(30), 1_000, false));
        boolean isLastThere = last == null || last.equals(store.find(last.id()));
        ContactConnection page = changes(store.now)
                .page(
                        StoredContacts.at(since),
                        null,
                        new PageArguments(count, cursor, null, null),
                        new CostlyFields(false, false),
                        ledger)
                .await()
                .atMost(Duration.ofMinutes(10));
        Ledger.Summary summary = ledger.summary();
        int again = isLastThere ? 0 : summary.atMost();
        assertThat(summary.calls())
                .as("calls said %s", summary.estimates())
                .isLessThanOrEqualTo(summary.atMost() + again);
        page.nodes().forEach(node -> {
            Contact contact = Objects.requireNonNull(node);
            String id = contact.resourceId().toString();
            long modified = Objects.requireNonNull(contact.modificationTime()).toEpochSecond();
            Long known = copy.put(id, modified);
            assertThat(isLastThere && known != null && known == modified)
                    .as("%s twice", id)
                    .isFalse();
            last = store.find(id);
        });
        cursor = page.pageInfo().endCursor() == null
                ? cursor
                : page.pageInfo().endCursor().toString();
        return page.pageInfo().hasNextPage();
    }

    private ContactChanges changes(long now) {
        return new ContactChanges(
                lineWorks,
                pages,
                new ContactSearches(lineWorks.capabilities(), domains),
                new Totals(lineWorks, () -> 20),
                NoTags.NAMES,
                SETTLE,
                Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC));
    }
}
