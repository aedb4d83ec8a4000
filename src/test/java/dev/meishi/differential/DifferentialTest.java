package dev.meishi.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.execution.Engine;
import dev.meishi.graphql.Documents;
import dev.meishi.graphql.PreparedOperation;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever way an operation is executed, its answer is the same. */
@QuarkusTest
@TestProfile(RandomDataProfile.class)
class DifferentialTest {

    private static final Logger LOG = Logger.getLogger(DifferentialTest.class);

    private static final int MOST_SHOWN = 5;

    private static final int BROKEN_ANSWERS = 10;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Engine engine;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Documents documents;

    @Inject
    @SuppressWarnings("NullAway.Init")
    GraphQLSchema schema;

    @SuppressWarnings("NullAway.Init")
    private RandomDocuments questions;

    /** What the one way has cached the other finds, so both find it from the start. */
    @BeforeEach
    void getTags() {
        for (String domain : Settings.DOMAINS) {
            answer(new Question(0, "{ tags(domainId: \"" + domain + "\") { id } }", null, Map.of(), 1_000));
        }
    }

    @BeforeEach
    void getCursors() {
        Map<String, List<String>> cursors = Cursors.in(schema, this::answer);
        assertThat(cursors.values())
                .isNotEmpty()
                .allSatisfy(some -> assertThat(some).isNotEmpty());
        questions = new RandomDocuments(Settings.SEED, cursors);
    }

    private JsonNode answer(Question question) {
        PreparedOperation operation = documents.prepare(question.text(), null, true);
        return Outcome.of(question, operation, Ways.graphqlJava(engine)).response();
    }

    @Test
    void noDocumentTellsTheWaysApart() {
        Comparison comparison = new Comparison(documents, Ways.graphqlJava(engine), Ways.underTest(engine));
        Coverage coverage = new Coverage();
        Queue<String> differences = new ConcurrentLinkedQueue<>();
        List<Integer> numbers = Settings.ONLY < 0
                ? IntStream.range(0, Settings.DOCUMENTS).boxed().toList()
                : List.of(Settings.ONLY);
        long began = System.nanoTime();
        AllCores.forEach(numbers, number -> {
            if (differences.size() < MOST_SHOWN) {
                comparison.difference(questions.question(number), coverage).ifPresent(differences::add);
            }
        });
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        LOG.infof("%d documents in %d ms", numbers.size(), millis);
        LOG.debugf("Documents with each thing:\n%s", coverage);
        assertThat(differences)
                .withFailMessage(() -> String.join("\n\n", differences))
                .isEmpty();
        Floors.require(coverage, schema, numbers.size());
    }

    /** What one place of an answer has asked for the others do not ask for again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ contacts(first: 3) { nodes { a: detailedName { prefix } detailedName { suffix } } } }",
                "{ contacts(first: 3) { nodes { detailedName { prefix } } edges { node { detailedName { prefix } } } } }",
                "{ a: contacts(first: 2) { nodes { detailedName { prefix } } } b: contacts(first: 3) { nodes { detailedName { prefix } } } }",
                "{ contacts(first: 3) { nodes { a: tags { name } tags { name } detailedName { prefix } } } }",
            })
    void noPlaceAsksAgain(String document) {
        Comparison comparison = new Comparison(documents, Ways.graphqlJava(engine), Ways.underTest(engine));
        assertThat(comparison.difference(new Question(0, document, null, Map.of(), 1_000), new Coverage()))
                .isEmpty();
    }

    /** Whatever is wrong in an answer is found by the first document whose answer it is wrong in. */
    @ParameterizedTest
    @EnumSource
    void aBrokenWayIsTold(Mutation mutation) {
        AtomicBoolean isBroken = new AtomicBoolean();
        Comparison comparison = new Comparison(
                documents, Ways.graphqlJava(engine), new BrokenWay(Ways.graphqlJava(engine), mutation, isBroken));
        int broken = 0;
        for (int number = 0; broken < BROKEN_ANSWERS; number++) {
            Optional<String> difference = comparison.difference(questions.question(number), new Coverage());
            assertThat(difference.isPresent()).as("document %d", number).isEqualTo(isBroken.get());
            broken += isBroken.get() ? 1 : 0;
        }
    }
}
