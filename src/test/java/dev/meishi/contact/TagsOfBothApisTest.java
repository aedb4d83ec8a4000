package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.PageArguments;
import dev.meishi.connection.Total;
import dev.meishi.contact.StoredContacts.Stored;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.Urgency;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.pages.CachedPages;
import dev.meishi.wire.SandboxControl;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several tags, by either API: with few calls a page has fewer contacts, and all pages have them all. */
@QuarkusTest
@TestProfile(BothApisTest.WithoutContacts.class)
class TagsOfBothApisTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static final List<TagFilter> FILTERS = List.of(
            new TagFilter(List.of("tag1", "tag2"), null),
            new TagFilter(List.of("tag3", "tag2", "tag1"), null),
            new TagFilter(null, List.of("tag1", "tag3")),
            new TagFilter(List.of("tag2"), List.of("tag1", "tag3")),
            new TagFilter(null, List.of("tag1", "no such tag")),
            new TagFilter(List.of("tag1", "no such tag"), null));

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BothApis apis;

    /** The longer store has contacts beyond what is served of a list from its start. */
    @ParameterizedTest
    @CsvSource({
        "150, 4, CREATION_TIME, ASC",
        "150, 4, NAME, DESC",
        "150, 8, MODIFICATION_TIME, DESC",
        "360, 60, CREATION_TIME, DESC",
        "360, 60, NAME, ASC"
    })
    void aWalkByFewCallsMeetsEachOnce(int size, int calls, ContactOrderField field, OrderDirection direction) {
        StoredContacts store = store(size + calls, size);
        ContactOrder order = new ContactOrder(field, direction);
        for (LineWorks api : apis.all) {
            for (TagFilter tags : FILTERS) {
                ContactFilter filter = filter(tags);
                List<String> all =
                        store.all(filter, order).stream().map(Stored::id).toList();
                for (boolean isForward : List.of(true, false)) {
                    assertThat(walk(api, filter, order, isForward, calls))
                            .as("%s, %s, %s, forward %s", api.capabilities(), tags, order, isForward)
                            .isEqualTo(all);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"NAME, ASC", "MODIFICATION_TIME, DESC"})
    void aTotalIsCountedAsFarAsTheCallsGo(ContactOrderField field, OrderDirection direction) {
        StoredContacts store = store(7, 150);
        ContactOrder order = new ContactOrder(field, direction);
        for (LineWorks api : apis.all) {
            for (TagFilter tags : FILTERS) {
                int all = store.all(filter(tags), order).size();
                assertThat(total(api, filter(tags), order, 100))
                        .as("%s, %s", api.capabilities(), tags)
                        .isEqualTo(new Total(all, true));
                Total some = total(api, filter(tags), order, 4);
                assertThat(some.count()).isBetween(some.isExact() ? all : 0, all);
            }
            assertThat(total(api, filter(FILTERS.get(2)), order, 4).isExact()).isFalse();
        }
    }

    private StoredContacts store(int seed, int size) {
        StoredContacts store = new StoredContacts(new SandboxControl(address), new Random(seed), size);
        store.readings(Map.of());
        return store;
    }

    private static ContactFilter filter(TagFilter tags) {
        return new ContactFilter(null, null, null, tags, null, null, null, null, null, null, null);
    }

    private Total total(LineWorks api, ContactFilter filter, ContactOrder order, int calls) {
        Ledger ledger = ledger(calls);
        return page(api, filter, order, new PageArguments(1, null, null, null), true, ledger)
                .count()
                .total()
                .await()
                .atMost(LONG);
    }

    private List<String> walk(LineWorks api, ContactFilter filter, ContactOrder order, boolean isForward, int calls) {
        List<String> found = new ArrayList<>();
        @Nullable String cursor = null;
        boolean isOver = false;
        for (int pages = 0; !isOver; pages++) {
            assertThat(pages).as("pages of %s", filter).isLessThan(100);
            Ledger ledger = ledger(calls);
            ContactConnection page = page(
                    api,
                    filter,
                    order,
                    isForward ? new PageArguments(17, cursor, null, null) : new PageArguments(null, null, 17, cursor),
                    false,
                    ledger);
            assertThat(ledger.summary().calls()).isLessThanOrEqualTo(calls);
            List<String> ids = new ArrayList<>(EachApi.ids(page));
            if (!isForward) {
                Collections.reverse(ids);
            }
            found.addAll(ids);
            Object end =
                    isForward ? page.pageInfo().endCursor() : page.pageInfo().startCursor();
            cursor = end == null ? null : end.toString();
            isOver = !(isForward
                    ? page.pageInfo().hasNextPage()
                    : page.pageInfo().hasPreviousPage());
        }
        if (!isForward) {
            Collections.reverse(found);
        }
        return found;
    }

    private ContactConnection page(
            LineWorks api,
            ContactFilter filter,
            ContactOrder order,
            PageArguments arguments,
            boolean isTotalWanted,
            Ledger ledger) {
        LineWorks lists = ShortLists.of(api);
        ContactPages contacts =
                new ContactPages(lists, CachedPages.fresh(Duration.ZERO), new Totals(lists, () -> 100), NoTags.NAMES);
        return contacts.page(
                        new ContactSearches(lists.capabilities(), apis.domains).of(filter, order),
                        arguments,
                        new CostlyFields(isTotalWanted, false),
                        ledger)
                .await()
                .atMost(LONG);
    }

    private static Ledger ledger(int calls) {
        return Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(30), calls, false));
    }
}
