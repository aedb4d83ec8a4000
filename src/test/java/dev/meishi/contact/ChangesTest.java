package dev.meishi.contact;

import static dev.meishi.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import dev.meishi.LongCaches;
import dev.meishi.connection.LateCursor;
import dev.meishi.connection.PageArguments;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.Urgency;
import dev.meishi.pages.Pages;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who stores what {@code changes} gives, and its last cursor, has a copy. */
@QuarkusTest
@TestProfile(LongCaches.class)
class ChangesTest {

    private static final Duration SETTLE = Duration.ofSeconds(10);

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    private static final String QUERY = """
            query Changes($since: DateTime!, $first: Int, $after: String, $filter: ContactFilter) {
              changes(since: $since, first: $first, after: $after, filter: $filter) {
                nodes { resourceId modificationTime }
                totalCount
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }""";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Pages pages;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ContactSearches searches;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        gateway.reset();
    }

    /** What a copy came to. */
    private static final class Copy {
        final Map<String, Long> modified = new TreeMap<>();
        int twice;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nothingIsMissedAndNothingComesTwice(long seed) {
        ChangingBook book = new ChangingBook(seed, 8, 300, 100);

        Copy copy = copy(book, seed, SETTLE, 300);

        assertThat(book.calls).isGreaterThan(200);
        assertThat(copy.modified).containsAllEntriesOf(book.modified);
        assertThat(copy.twice).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void thatHoldsOverSpansThatLineWorksCannotSearchAtOnce(long seed) {
        ChangingBook book = new ChangingBook(seed, 8, 900, Duration.ofDays(400).toSeconds());

        Copy copy = copy(book, seed, SETTLE, 200);

        assertThat(copy.modified).containsAllEntriesOf(book.modified);
        assertThat(copy.twice).isZero();
    }

    @Test
    void withoutTimeToSettleSomethingWouldBeMissed() {
        int missed = 0;
        for (long seed = 1; seed <= 10; seed++) {
            ChangingBook book = new ChangingBook(seed, 8, 300, 100);
            Copy copy = copy(book, seed, Duration.ZERO, 300);
            missed += copy.modified.entrySet().containsAll(book.modified.entrySet()) ? 0 : 1;
        }
        assertThat(missed).isPositive();
    }

    @Test
    void aPollIsOneCallHoweverMuchHasGoneFromBeforeItsCursor() {
        ChangingBook book = new ChangingBook(5, 0, 2_000, 3_000);
        book.isChanging = false;
        book.pass(20);
        ContactChanges changes =
                new ContactChanges(book, pages, searches, new Totals(book, () -> 20), NoTags.NAMES, SETTLE, book);
        String cursor = null;
        do {
            cursor = text(page(changes, 400, cursor).pageInfo().endCursor());
        } while (page(changes, 400, cursor).pageInfo().hasNextPage());
        cursor = text(page(changes, 400, cursor).pageInfo().endCursor());
        book.modified
                .keySet()
                .removeIf(id -> id.endsWith("3") && book.modified.getOrDefault(id, 0L) < ChangingBook.START + 2_500);
        book.modified.replaceAll((id, time) -> id.endsWith("7") ? ChangingBook.START + 3_100 : time);
        book.pass(200);
        int before = book.calls;

        ContactConnection page = page(changes, 400, cursor);

        assertThat(page.nodes())
                .hasSize(200)
                .allMatch(contact -> contact.resourceId().toString().endsWith("7"));
        assertThat(book.calls - before).isEqualTo(1);
    }

    @Test
    void ifTheContactOfTheCursorIsGoneItsSecondComesAgain() {
        ChangingBook book = new ChangingBook(5, 0, 0, 100);
        book.isChanging = false;
        for (int i = 0; i < 10; i++) {
            book.modified.put("same" + i, ChangingBook.START + 50);
        }
        ContactChanges changes =
                new ContactChanges(book, pages, searches, new Totals(book, () -> 20), NoTags.NAMES, SETTLE, book);
        ContactConnection first = page(changes, 4, null);
        book.modified.remove(first.nodes().get(3).resourceId().toString());

        ContactConnection again = page(changes, 20, text(first.pageInfo().endCursor()));

        assertThat(again.nodes())
                .extracting(contact -> contact.resourceId().toString())
                .containsExactlyInAnyOrderElementsOf(book.modified.keySet());
    }

    @Test
    void aChangeIsServedWhenItsSecondIsSafelyOver() {
        ChangingBook book = new ChangingBook(5, 0, 0, 100);
        book.isChanging = false;
        book.modified.put("late", ChangingBook.START + 100);
        ContactChanges changes =
                new ContactChanges(book, pages, searches, new Totals(book, () -> 20), NoTags.NAMES, SETTLE, book);

        book.pass(10);
        assertThat(page(changes, 4, null).nodes()).isEmpty();
        book.pass(1);
        assertThat(page(changes, 4, null).nodes()).hasSize(1);
    }

    @Test
    void overHttpAPollServesWhatChangedSinceAndKeepsItsCursor() throws InterruptedException {
        String since = Instant.now().minusSeconds(1).toString();
        JsonNode before = ask(since, 20, null);
        assertThat(before.path("nodes")).isEmpty();
        assertThat(before.at("/pageInfo/endCursor").isNull()).isTrue();
        JsonNode batch = gateway.sandbox("POST", "/sandbox/changes", "{\"inserts\":5,\"updates\":30}");
        awaitChanges(since, 35);

        List<String> ids = new ArrayList<>();
        String cursor = null;
        JsonNode page;
        do {
            page = ask(since, 20, cursor);
            page.path("nodes").findValuesAsText("resourceId").forEach(ids::add);
            cursor = page.at("/pageInfo/endCursor").asText();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        List<String> changed = new ArrayList<>();
        batch.path("inserted").forEach(id -> changed.add(id.asText()));
        batch.path("updated").forEach(id -> changed.add(id.asText()));
        assertThat(ids).hasSize(35).containsExactlyInAnyOrderElementsOf(changed);
        assertThat(page.path("totalCount").asInt()).isEqualTo(35);
        JsonNode empty = ask(since, 20, cursor);
        assertThat(empty.path("nodes")).isEmpty();
        assertThat(empty.at("/pageInfo/endCursor").asText()).isEqualTo(cursor);
        assertThat(empty.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void aCursorIsOfItsMomentAndFilter() throws InterruptedException {
        String since = Instant.now().minusSeconds(1).toString();
        gateway.sandbox("POST", "/sandbox/changes", "{\"updates\":3}");
        awaitChanges(since, 3);
        String cursor = ask(since, 2, null).at("/pageInfo/endCursor").asText();

        Map<String, @Nullable Object> other =
                variables(Instant.now().minusSeconds(99).toString(), 2, cursor);
        assertThat(gateway.ask(QUERY, other).at("/errors/0/extensions/code").asText())
                .isEqualTo("INVALID_CURSOR");
        Map<String, @Nullable Object> filtered = variables(since, 2, cursor);
        filtered.put("filter", Map.of("open", true));
        assertThat(gateway.ask(QUERY, filtered).at("/errors/0/extensions/code").asText())
                .isEqualTo("INVALID_CURSOR");
    }

    @Test
    void aSpanInTheFilterIsRefused() {
        ContactFilter filter = new ContactFilter(
                null, null, null, null, null, null, null, new DateTimeRange(NOW, NOW), null, null, null);
        ChangingBook book = new ChangingBook(5, 0, 0, 100);

        assertThatThrownBy(() -> new ContactChanges(
                                book, pages, searches, new Totals(book, () -> 20), NoTags.NAMES, SETTLE, book)
                        .page(
                                NOW,
                                filter,
                                new PageArguments(1, null, null, null),
                                new CostlyFields(false, false),
                                ledger()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("use since instead");
    }

    private Copy copy(ChangingBook book, long seed, Duration settle, int polls) {
        Random random = new Random(seed);
        ContactChanges changes =
                new ContactChanges(book, pages, searches, new Totals(book, () -> 20), NoTags.NAMES, settle, book);
        Copy copy = new Copy();
        String cursor = null;
        @Nullable Contact last = null;
        for (int poll = 0; poll < polls || book.isChanging; poll++) {
            if (poll == polls - 20) {
                book.isChanging = false;
                book.pass(3_600);
            }
            boolean isLastThere = isThere(book, last);
            ContactConnection page = page(changes, poll < polls - 20 ? 1 + random.nextInt(40) : 500, cursor);
            isLastThere &= isThere(book, last);
            for (@Nullable Contact listed : page.nodes()) {
                Contact contact = Objects.requireNonNull(listed);
                long time = time(contact);
                Long known = copy.modified.put(contact.resourceId().toString(), time);
                copy.twice += isLastThere && known != null && known == time ? 1 : 0;
                last = contact;
            }
            cursor = text(page.pageInfo().endCursor());
        }
        return copy;
    }

    private static boolean isThere(ChangingBook book, @Nullable Contact contact) {
        return contact == null
                || Long.valueOf(time(contact))
                        .equals(book.modified.get(contact.resourceId().toString()));
    }

    private static long time(Contact contact) {
        return Objects.requireNonNull(contact.modificationTime()).toEpochSecond();
    }

    private static ContactConnection page(ContactChanges changes, int first, @Nullable String after) {
        OffsetDateTime since = Instant.ofEpochSecond(ChangingBook.START).atOffset(ZoneOffset.UTC);
        return changes.page(
                        since,
                        null,
                        new PageArguments(first, after, null, null),
                        new CostlyFields(false, false),
                        ledger())
                .await()
                .indefinitely();
    }

    private static Ledger ledger() {
        return Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(30), 1_000, false));
    }

    private JsonNode ask(String since, int first, @Nullable String after) {
        JsonNode answer = gateway.ask(QUERY, variables(since, first, after));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/changes");
    }

    /** Until that many changes are served, whose second has to be over for a while. */
    private void awaitChanges(String since, int count) {
        eventually(() -> ask(since, 1, null).path("totalCount").asInt() >= count);
    }

    private static Map<String, @Nullable Object> variables(String since, int first, @Nullable String after) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("since", since);
        variables.put("first", first);
        variables.put("after", after);
        return variables;
    }

    private static @Nullable String text(@Nullable LateCursor cursor) {
        return cursor == null ? null : cursor.toString();
    }
}
