package dev.meishi.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.failure.PartialFailure;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link NodeQueries} over sources that note what they are asked for. */
class NodeQueriesTest {

    private final Shelf books = new Shelf("Book");
    private final Shelf maps = new Shelf("Map");
    private final NodeQueries queries = new NodeQueries(List.of(books, maps), new CurrentLedger(), Set::of);

    @Test
    void aNodeComesFromTheSourceOfItsType() {
        assertThat(node(id("Map", "b"))).isNotNull().extracting(Node::id).isEqualTo(id("Map", "b"));
        assertThat(maps.asked).containsExactly("b");
        assertThat(books.asked).isEmpty();
    }

    @Test
    void aNodeThatIsNotThereIsNull() {
        assertThat(node(id("Book", "missing"))).isNull();
    }

    @Test
    void nodesComeInTheOrderOfTheIdsWhateverTheirType() {
        List<String> ids = List.of(id("Map", "z"), id("Book", "a"), id("Map", "b"), id("Book", "y"));

        assertThat(nodes(ids))
                .extracting(node -> node == null ? null : node.id())
                .isEqualTo(ids);
    }

    @Test
    void nodesComeInTheOrderOfTheIdsEvenIfTheyAreFoundInAnother() {
        Waiting waiting = new Waiting();
        List<String> ids = List.of(id("Letter", "a"), id("Letter", "b"), id("Letter", "c"));

        UniAssertSubscriber<List<@Nullable Node>> subscriber = new NodeQueries(
                        List.of(waiting), new CurrentLedger(), Set::of)
                .nodes(ids)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        waiting.answer("c");
        waiting.answer("a");
        subscriber.assertNotTerminated();
        waiting.answer("b");

        assertThat(subscriber.awaitItem().getItem())
                .extracting(node -> node == null ? null : node.id())
                .isEqualTo(ids);
    }

    @Test
    void atMostTwentyNodesAreAskedForAtOnce() {
        Waiting waiting = new Waiting();
        List<String> ids =
                IntStream.range(0, 40).mapToObj(i -> id("Letter", "n" + i)).toList();

        new NodeQueries(List.of(waiting), new CurrentLedger(), Set::of)
                .nodes(ids)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        assertThat(waiting.waiting).hasSize(20);
        waiting.answer("n3");

        assertThat(waiting.waiting).hasSize(20).containsKey("n20");
    }

    @Test
    void nodesThatAreCancelledAreLeftByTheirSourcesAndNoMoreAreAskedFor() {
        Waiting waiting = new Waiting();
        List<String> ids =
                IntStream.range(0, 40).mapToObj(i -> id("Letter", "n" + i)).toList();

        UniAssertSubscriber<List<@Nullable Node>> caller = new NodeQueries(
                        List.of(waiting), new CurrentLedger(), Set::of)
                .nodes(ids)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        caller.cancel();
        assertThat(waiting.left).hasSize(20);
        waiting.answer("n3");

        assertThat(waiting.waiting).hasSize(19).doesNotContainKey("n20");
    }

    @Test
    void anIdGivenTwiceIsAskedOnceAndAnsweredTwice() {
        List<String> ids = List.of(id("Book", "a"), id("Book", "b"), id("Book", "a"), id("Book", "a"));

        assertThat(nodes(ids))
                .extracting(node -> node == null ? null : node.id())
                .isEqualTo(ids);
        assertThat(books.asked).containsExactly("a", "b");
    }

    @Test
    void aNodeThatIsNotThereLeavesItsPlaceNull() {
        assertThat(nodes(List.of(id("Book", "missing"), id("Book", "a"), id("Map", "missing"))))
                .extracting(node -> node == null ? null : node.id())
                .containsExactly(null, id("Book", "a"), null);
    }

    @Test
    void noIdsAreNoNodesAndNoCalls() {
        assertThat(nodes(List.of())).isEmpty();
        assertThat(books.asked).isEmpty();
    }

    @Test
    void aTypeWithoutASourceIsAnInvalidId() {
        Failure failure = catchThrowableOfType(Failure.class, () -> node(id("Pen", "a")));

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ID);
        assertThat(failureOfNodes(List.of(id("Book", "a"), id("Pen", "a"))).code())
                .isEqualTo(ErrorCode.INVALID_ID);
    }

    @Test
    void aMalformedIdIsRefusedBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> node("nonsense")).isInstanceOf(Failure.class);
        assertThat(failureOfNodes(List.of(id("Book", "a"), "nonsense")).code()).isEqualTo(ErrorCode.INVALID_ID);
        assertThat(books.asked).isEmpty();
    }

    @Test
    void aHundredIdsAreTakenAndOneMoreIsRefusedBeforeAnythingIsAsked() {
        assertThat(nodes(Collections.nCopies(100, id("Book", "a")))).hasSize(100);
        books.asked.clear();

        Failure failure = failureOfNodes(Collections.nCopies(101, id("Book", "a")));

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        assertThat(failure).hasMessage("ids must have at most 100 entries, found 101; request the others separately.");
        assertThat(books.asked).isEmpty();
    }

    @Test
    void whatCannotBeHadFailsAtItsPlaceAndTakesNothingElseAlong() {
        PartialFailure part = catchThrowableOfType(
                PartialFailure.class,
                () -> queries.nodes(List.of(id("Book", "a"), id("Book", "failing"), id("Book", "missing")))
                        .await()
                        .indefinitely());

        assertThat(part.outcomes()).hasSize(3);
        assertThat(part.outcomes().get(0)).isInstanceOf(Node.class);
        assertThat(part.outcomes().get(1))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_TIMEOUT));
        assertThat(part.outcomes().get(2)).isNull();
    }

    @Test
    void aNodeThatCannotBeHadIsItsOwnFailure() {
        assertThat(catchThrowableOfType(
                                Failure.class,
                                () -> queries.node(id("Book", "failing"))
                                        .await()
                                        .indefinitely())
                        .code())
                .isEqualTo(ErrorCode.UPSTREAM_TIMEOUT);
    }

    private @Nullable Node node(String id) {
        return queries.node(id).subscribeAsCompletionStage().join();
    }

    private List<@Nullable Node> nodes(List<String> ids) {
        return queries.nodes(ids).subscribeAsCompletionStage().join();
    }

    /** Thrown or reported: the engine makes no difference. */
    private Failure failureOfNodes(List<String> ids) {
        Throwable thrown = Uni.createFrom()
                .deferred(() -> queries.nodes(ids))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure()
                .getFailure();
        assertThat(thrown).isInstanceOf(Failure.class);
        return (Failure) thrown;
    }

    private static String id(String type, String key) {
        return new GlobalId(type, "1", key).encode();
    }

    /** No class: a class that is a node, even in a test, becomes a type of the schema. */
    private static Node thing(String id) {
        return () -> id;
    }

    private static final class Shelf implements NodeSource {

        private final String type;
        private final List<String> asked = new ArrayList<>();

        Shelf(String type) {
            this.type = type;
        }

        @Override
        public NodeSearch search(List<GlobalId> ids, Supplier<Set<String>> fields, Ledger ledger) {
            return NodeSearch.each(ids, ids.size(), "", id -> find(id));
        }

        @Override
        public String type() {
            return type;
        }

        private Uni<Optional<Node>> find(GlobalId id) {
            asked.add(id.key());
            return switch (id.key()) {
                case "missing" -> Uni.createFrom().item(Optional.empty());
                case "failing" -> Uni.createFrom().failure(new Failure(ErrorCode.UPSTREAM_TIMEOUT, "Too late."));
                default -> Uni.createFrom().item(Optional.of(thing(id.encode())));
            };
        }
    }

    private static final class Waiting implements NodeSource {

        private final Map<String, UniEmitter<? super Optional<Node>>> waiting = new LinkedHashMap<>();
        private final List<String> left = new ArrayList<>();

        @Override
        public NodeSearch search(List<GlobalId> ids, Supplier<Set<String>> fields, Ledger ledger) {
            return NodeSearch.each(ids, ids.size(), "", id -> find(id));
        }

        @Override
        public String type() {
            return "Letter";
        }

        private Uni<Optional<Node>> find(GlobalId id) {
            return Uni.createFrom()
                    .<Optional<Node>>emitter(emitter -> waiting.put(id.key(), emitter))
                    .onCancellation()
                    .invoke(() -> left.add(id.key()));
        }

        void answer(String key) {
            Objects.requireNonNull(waiting.remove(key), key).complete(Optional.of(thing(id("Letter", key))));
        }
    }
}
