package dev.meishi.execution.plan;

import static dev.meishi.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.graphql.Documents;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.Settings;
import graphql.execution.CoercedVariables;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link PlanCache}: however many ways there are to execute however many operations, the plans stay within their bound. */
class PlanCacheTest {

    private static final long BOUND = 1_000_000;
    private static final int OPERATIONS = 10;
    private static final int CONDITIONS = 5;

    private final Documents documents = Settings.documents();
    private final PlanCache cache = new PlanCache(PlannedSchema.compiler(), BOUND);

    @Test
    void aPlanIsCompiledOnceForEachWayInWhichItsConditionsTurnOut() {
        PreparedOperation operation = documents.prepare(
                "query ($a: Boolean!) { contacts { nodes { id memo @include(if: $a) } } }", null, true);

        Plan with = plan(operation, Map.of("a", true));
        Plan without = plan(operation, Map.of("a", false));

        assertThat(with).isNotSameAs(without).isSameAs(plan(operation, Map.of("a", true)));
        assertThat(without).isSameAs(plan(operation, Map.of("a", false)));
        assertThat(with.weight()).isGreaterThan(without.weight());
        assertThat(cache.weight()).isGreaterThan(with.weight() + without.weight());
    }

    @Test
    void twoOperationsOfOneTextHavePlansOfTheirOwn() {
        PreparedOperation one = Settings.documents().prepare("{ tags { id } }", null, true);
        PreparedOperation other = Settings.documents().prepare("{ tags { id } }", null, true);

        assertThat(plan(one, Map.of()).operation()).isSameAs(one);
        assertThat(plan(other, Map.of()).operation()).isSameAs(other);
    }

    @Test
    void everyWayOfEveryOperationOfManyDocumentsStaysWithinTheBound() throws InterruptedException {
        List<WeakReference<Plan>> made = new ArrayList<>();
        long asked = 0;
        for (int document = 0; document < 5; document++) {
            String text = wide(document);
            for (int name = 0; name < OPERATIONS; name++) {
                PreparedOperation operation = documents.prepare(text, "Q" + name, true);
                for (int way = 0; way < 1 << CONDITIONS; way++) {
                    Plan plan = plan(operation, conditions(way));
                    made.add(new WeakReference<>(plan));
                    asked += plan.weight();
                }
            }
            assertThat(cache.weight()).isLessThanOrEqualTo(BOUND);
        }

        assertThat(asked).isGreaterThan(20 * BOUND);
        assertThat(cache.weight()).isGreaterThan(BOUND / 4);
        eventually(() -> {
            System.gc();
            long left = made.stream()
                    .map(WeakReference::get)
                    .filter(Objects::nonNull)
                    .mapToLong(Plan::weight)
                    .sum();
            return left <= BOUND;
        });
    }

    @Test
    void aPlanTooLargeForTheCacheIsExecutedAllTheSame() {
        PlanCache none = new PlanCache(PlannedSchema.compiler(), 0);
        PreparedOperation operation = documents.prepare("{ tags { id } }", null, true);
        OperationPlans plans = new OperationPlans(none, operation);

        assertThat(plans.of(CoercedVariables.emptyVariables())).isNotNull();
        assertThat(none.weight()).isZero();
    }

    @Test
    void anOperationThatIsLeftToTheEngineIsNotCompiledAgainAndAgain() {
        PreparedOperation operation = Settings.documents(
                        Settings.limits(Map.of("tokens", "20000", "fields", "10000", "aliases", "10000")))
                .prepare("{ contacts { nodes {" + many(5_001, " a%d: id") + " } } }", null, true);

        assertThat(operation
                        .companion(OperationPlans.class, whole -> new OperationPlans(cache, whole))
                        .of(CoercedVariables.emptyVariables()))
                .isNull();
        assertThat(cache.weight()).isBetween(1L, 1_000L);
    }

    @Test
    void introspectionHasAPlanForEachSetOfItsVariables() {
        PreparedOperation operation = documents.prepare(
                "query ($n: String!, $d: Boolean) { __type(name: $n) { ...T } }"
                        + " fragment T on __Type { name fields(includeDeprecated: $d) { name } }",
                null,
                true);

        Plan contact = plan(operation, Map.of("n", "Contact", "d", true));
        Plan absent = plan(operation, Map.of("n", "Contact"));

        assertThat(contact).isSameAs(plan(operation, Map.of("n", "Contact", "d", true)));
        assertThat(absent)
                .isNotSameAs(contact)
                .isSameAs(plan(operation, Collections.unmodifiableMap(nullFor("d", Map.of("n", "Contact")))));
        assertThat(plan(operation, Map.of("n", "Nobody", "d", true)).weight()).isLessThan(contact.weight());
    }

    @Test
    void whatIntrospectionIsAskedForCountsInTheCache() {
        PreparedOperation operation =
                documents.prepare("query ($n: String!) { __type(name: $n) { name } }", null, true);
        long before = cache.weight();

        plan(operation, Map.of("n", "x".repeat(100_000)));

        assertThat(cache.weight() - before).isGreaterThan(200_000);
    }

    private static Map<String, Object> nullFor(String name, Map<String, Object> others) {
        Map<String, Object> all = new HashMap<>(others);
        all.put(name, null);
        return all;
    }

    @Test
    void aDocumentThatIsEvictedTakesItsPlansAlong() throws InterruptedException {
        Documents few = Settings.documents(Map.of("cache", "300K"));
        List<PreparedOperation> operations = new ArrayList<>();
        for (int document = 0; document < 200; document++) {
            PreparedOperation operation = few.prepare("{ a" + document + ": tags { id name } }", null, true);
            operations.add(operation);
            plan(operation, Map.of());
        }
        eventually(
                () -> operations.stream().filter(PreparedOperation::isDropped).count() > 100);

        // Some 2,000 bytes for each plan of what is still cached, and none for the others.
        eventually(() -> cache.weight() < 100 * 2_500);
        PreparedOperation dropped = operations.stream()
                .filter(PreparedOperation::isDropped)
                .findFirst()
                .orElseThrow();
        long before = cache.weight();
        assertThat(plan(dropped, Map.of())).isNotNull();
        assertThat(cache.weight()).isLessThanOrEqualTo(before);
    }

    private Plan plan(PreparedOperation operation, Map<String, Object> variables) {
        return Objects.requireNonNull(operation
                .companion(OperationPlans.class, whole -> new OperationPlans(cache, whole))
                .of(CoercedVariables.of(variables)));
    }

    private static Map<String, Object> conditions(int way) {
        Map<String, Object> conditions = new HashMap<>();
        for (int i = 0; i < CONDITIONS; i++) {
            conditions.put("c" + i, (way & 1 << i) != 0);
        }
        return conditions;
    }

    /** As many operations as may be, each of which spreads one large fragment in several places. */
    private static String wide(int number) {
        String parameters = many(CONDITIONS, "$c%d: Boolean! ");
        String conditions = many(CONDITIONS, "m%d: memo @include(if: $c%d) ");
        return many(OPERATIONS, "query Q%d(" + parameters + ") { x" + number + ": contacts { nodes { ...F } } } ")
                + "fragment F on Contact { " + conditions + " emails { address represent } phones { value type }"
                + " name { lastName firstName } organizations { name } tags { id name } websites { value } }";
    }

    private static String many(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.replace("%d", String.valueOf(i)))
                .collect(Collectors.joining());
    }
}
