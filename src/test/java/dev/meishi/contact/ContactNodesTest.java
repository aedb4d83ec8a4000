package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.Urgency;
import dev.meishi.lineworks.Installation;
import dev.meishi.pages.CachedPages;
import dev.meishi.pages.Pages;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.NodeSearch;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ContactNodes}: which calls are made for the contacts of many ids, and which are not begun. */
class ContactNodesTest {

    private static final Set<String> SHORT = Set.of("id", "name", "lastName");
    private static final Set<String> DETAILED = Set.of("id", "detailedName");

    private final Pages pages = CachedPages.fresh(Duration.ofSeconds(30));

    @ParameterizedTest
    @ValueSource(ints = {100, 499, 500, 501, 1_000, 10_000, 15_000})
    void aHundredContactsAreFoundAtTheDefaultQuota(int size) {
        NodesOfABook book = new NodesOfABook(size);
        List<GlobalId> ids =
                ids(Stream.iterate(0, i -> i + size / 100).limit(100).map(i -> "c" + i));

        NodeSearch search = contacts(book).search(ids, () -> SHORT, ledger(100, false));
        assertThat(found(search)).hasSize(100).allSatisfy((id, found) -> {
            assertThat(found.failure()).isNull();
            assertThat(found.node())
                    .isNotNull()
                    .isInstanceOfSatisfying(
                            Contact.class,
                            contact ->
                                    assertThat(contact.resourceId().toString()).isEqualTo(id.key()));
        });

        assertThat(book.calls()).isLessThanOrEqualTo(size / 500 + 8).isLessThanOrEqualTo(search.atMost());
        assertThat(book.calls()).as("a share is left to others").isLessThan(NodesOfABook.BUDGET * 3 / 4 + 1);
    }

    @Test
    void aSecondTimeTheyTakeNoCall() {
        NodesOfABook book = new NodesOfABook(1_000);
        Contacts contacts = contacts(book);
        List<GlobalId> ids = ids(IntStream.range(0, 100).mapToObj(i -> "c" + i * 10));
        found(contacts.search(ids, () -> SHORT, ledger(100, false)));
        int before = book.calls();

        Ledger ledger = ledger(100, false);
        NodeSearch again = contacts.search(ids, () -> SHORT, ledger);

        assertThat(again.calls()).isZero();
        assertThat(found(again))
                .hasSize(100)
                .allSatisfy((id, found) -> assertThat(found.node()).isNotNull());
        assertThat(book.calls()).isEqualTo(before);
        assertThat(ledger.usage().age()).as("the answer says how old it is").isPresent();
    }

    @Test
    void whoWantsNothingFromTheCacheHasThemAskedForAgain() {
        NodesOfABook book = new NodesOfABook(300);
        Contacts contacts = contacts(book);
        List<GlobalId> ids = ids(IntStream.range(0, 50).mapToObj(i -> "c" + i));
        found(contacts.search(ids, () -> SHORT, ledger(100, false)));
        int before = book.calls();

        found(contacts.search(ids, () -> SHORT, ledger(100, true)));

        assertThat(book.calls()).isGreaterThan(before);
    }

    @Test
    void whatAListDoesNotHaveIsAskedForOneByOne() {
        NodesOfABook book = new NodesOfABook(1_000);

        found(contacts(book)
                .search(ids(IntStream.range(0, 30).mapToObj(i -> "c" + i)), () -> DETAILED, ledger(100, false)));

        assertThat(book.contactCalls).isEqualTo(30);
        assertThat(book.listCalls).isZero();
    }

    @Test
    void moreThanCanBeHadAreRefusedBeforeTheFirstCall() {
        NodesOfABook book = new NodesOfABook(1_000);

        Map<GlobalId, NodeSearch.Found> found = found(contacts(book)
                .search(ids(IntStream.range(0, 100).mapToObj(i -> "c" + i)), () -> DETAILED, ledger(100, false)));

        assertThat(book.calls()).isZero();
        assertThat(found)
                .hasSize(100)
                .allSatisfy((id, one) -> assertThat(failure(one).code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
        assertThat(failure(found.values().iterator().next()))
                .hasMessage(
                        "Finding 100 contacts that are not cached needs 100 calls to LINE WORKS, but 42 are allowed."
                                + " Request at most 42 contacts at once.");
    }

    @Test
    void whatTheQuotaHasNoRoomForNowIsRefusedWithWhenToComeBack() {
        NodesOfABook book = new NodesOfABook(1_000);
        book.contactRoom = 30;
        book.listRoom = 5;

        Map<GlobalId, NodeSearch.Found> found = found(contacts(book)
                .search(ids(IntStream.range(0, 40).mapToObj(i -> "c" + i)), () -> SHORT, ledger(100, false)));

        assertThat(book.calls()).isZero();
        assertThat(found).hasSize(40).allSatisfy((id, one) -> {
            assertThat(failure(one).code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);
            assertThat(failure(one).retryAfter()).isEqualTo(Duration.ofSeconds(61));
        });
    }

    @Test
    void aSingleContactMayHaveTheLastCallOfTheMinute() {
        NodesOfABook book = new NodesOfABook(1_000);
        book.contactRoom = 1;

        assertThat(found(contacts(book).search(ids(Stream.of("c7")), () -> SHORT, ledger(100, false)))
                        .values())
                .allSatisfy(one -> assertThat(one.node()).isNotNull());
    }

    @Test
    void whatIsCachedComesThoughTheRestCannotBeHad() {
        NodesOfABook book = new NodesOfABook(1_000);
        Contacts contacts = contacts(book);
        found(contacts.search(ids(Stream.of("c1", "c2", "c3")), () -> SHORT, ledger(100, false)));
        book.contactRoom = 3;
        book.listRoom = 0;

        Map<GlobalId, NodeSearch.Found> found =
                found(contacts.search(ids(Stream.of("c1", "c2", "c3", "c4", "c5")), () -> SHORT, ledger(100, false)));

        assertThat(one(found, "c1").node()).isNotNull();
        assertThat(one(found, "c3").node()).isNotNull();
        assertThat(failure(one(found, "c4")).code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);
        assertThat(failure(one(found, "c5")).code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);
    }

    @Test
    void inventedIdsAreNoNodesAndTakeNoMoreThanAShare() {
        NodesOfABook book = new NodesOfABook(1_000);

        Map<GlobalId, NodeSearch.Found> found = found(contacts(book)
                .search(ids(IntStream.range(0, 100).mapToObj(i -> "none-" + i)), () -> SHORT, ledger(100, false)));

        assertThat(found)
                .hasSize(100)
                .allSatisfy((id, one) -> assertThat(one.node()).isNull());
        assertThat(book.listCalls).isLessThanOrEqualTo(8);
        assertThat(book.contactCalls).as("too many to confirm one by one").isZero();
    }

    @Test
    void aListThatFailsIsTheFailureOfThoseThatItWasReadFor() {
        NodesOfABook book = new NodesOfABook(1_000);
        book.failure = new Failure(ErrorCode.UPSTREAM_UNAVAILABLE, "down");

        assertThat(found(contacts(book)
                        .search(ids(IntStream.range(0, 50).mapToObj(i -> "c" + i)), () -> SHORT, ledger(100, false))))
                .hasSize(50)
                .allSatisfy((id, one) -> assertThat(failure(one).code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE));
    }

    /** Whatever is cached, however many there are and whatever is allowed. */
    @Test
    void noMoreCallsAreMadeThanSaidAndEachIdHasAnOutcome() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            NodesOfABook book = new NodesOfABook(random.nextInt(random.nextBoolean() ? 1_200 : 60_000));
            book.contactRoom = random.nextInt(58);
            book.listRoom = random.nextInt(58);
            Contacts contacts = new Contacts(
                    book,
                    Installation.domains("1", "2"),
                    CachedPages.fresh(Duration.ofSeconds(random.nextInt(2) * 30L)));
            for (int i = 0; i < 3; i++) {
                List<GlobalId> ids =
                        ids(random.ints(1 + random.nextInt(100), 0, Math.max(1, book.size + book.size / 10))
                                .distinct()
                                .mapToObj(number -> "c" + number));
                Ledger ledger = ledger(random.nextInt(120), random.nextInt(4) == 0);
                int before = book.calls();

                Set<String> fields = random.nextInt(4) == 0 ? DETAILED : SHORT;
                NodeSearch search = contacts.search(ids, () -> fields, ledger);
                Map<GlobalId, NodeSearch.Found> found = found(search);

                assertThat(found).as("seed %d", seed).hasSize(ids.size());
                found.forEach((id, one) -> assertThat(one.failure() != null
                                || (one.node() != null)
                                        == (Integer.parseInt(id.key().substring(1)) < book.size))
                        .isTrue());
                assertThat(book.calls() - before).as("seed %d", seed).isLessThanOrEqualTo(search.atMost());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..;", "a;b", "a%2fb", "a/b", "..", ".", "a b", "é", "a:b", "a?b", "a\\b"})
    void anIdThatNoContactCanHaveIsRefusedWithoutACall(String key) {
        NodesOfABook book = new NodesOfABook(10);

        Failure failure = catchThrowableOfType(
                Failure.class, () -> contacts(book).search(ids(Stream.of(key)), () -> SHORT, ledger(1, false)));

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ID);
        assertThat(book.calls()).isZero();
    }

    @Test
    void anIdHasAtMost64Characters() {
        assertThat(SingleContactLoader.isPossible("a".repeat(64))).isTrue();
        assertThat(SingleContactLoader.isPossible("a".repeat(65))).isFalse();
        assertThat(SingleContactLoader.isPossible("x31b-efse4567_A.~")).isTrue();
    }

    private Contacts contacts(NodesOfABook book) {
        return new Contacts(book, Installation.domains("1", "2"), pages);
    }

    private static Map<GlobalId, NodeSearch.Found> found(NodeSearch search) {
        return search.found().get().subscribeAsCompletionStage().join();
    }

    private static NodeSearch.Found one(Map<GlobalId, NodeSearch.Found> found, String key) {
        return Objects.requireNonNull(found.get(id(key)));
    }

    private static Failure failure(NodeSearch.Found found) {
        assertThat(found.failure()).isInstanceOf(Failure.class);
        return (Failure) Objects.requireNonNull(found.failure());
    }

    private static Ledger ledger(int calls, boolean bypassesCache) {
        Ledger ledger =
                new Ledger(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(30), calls, bypassesCache));
        ledger.admission().admit();
        return ledger;
    }

    private static GlobalId id(String key) {
        return new GlobalId("Contact", "1", key);
    }

    private static List<GlobalId> ids(Stream<String> keys) {
        return Collections.unmodifiableList(keys.map(ContactNodesTest::id).toList());
    }
}
