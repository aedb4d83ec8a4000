package dev.meishi.execution.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.execution.plan.FailingGraph.Thing;
import dev.meishi.execution.smallrye.Faults;
import dev.meishi.execution.smallrye.WorkTracker;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.failure.Fallible;
import dev.meishi.graphql.EngineErrors;
import dev.meishi.graphql.Estimate;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.Settings;
import dev.meishi.json.JsonBuffer;
import dev.meishi.json.JsonParts;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Completion}: whatever fails, the answer is the engine's (section 6.4.4 of the specification). */
class CompletionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int ANSWERS = 1_000;

    /** Levels of objects. */
    private static final int DEPTH = 4;

    private static final PlanCompiler COMPILER = FailingGraph.compiler();

    /** As the gateway's own handler shows what is thrown. */
    private static final DataFetcherExceptionHandler HANDLER = thrown -> {
        Faults faults = new Faults();
        faults.add(
                thrown.getException(),
                thrown.getPath(),
                thrown.getDataFetchingEnvironment().getMergedField());
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult()
                .errors(faults.errors())
                .build());
    };

    private static final GraphQL ENGINE = GraphQL.newGraphQL(FailingGraph.SCHEMA)
            .defaultDataFetcherExceptionHandler(HANDLER)
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ called { strictName } }                        | {'called':null}                      | [called, strictName]",
                "{ called { child { strictName } } }              | {'called':{'child':null}}            | [called, child, strictName]",
                "{ called { strictChild { strictName } } }        | {'called':null}                      | [called, strictChild, strictName]",
                "{ strictCalled { strictName } }                  | null                                 | [strictCalled, strictName]",
                "{ called { name children { strictName } } }      | {'called':{'name':'a','children':[null]}} | [called, children, 0, strictName]",
                "{ called { strictChildren { strictName } } }     | {'called':null}                      | [called, strictChildren, 0, strictName]",
                "{ a: called { name } b: called { strictName } }  | {'a':{'name':'a'},'b':null}          | [b, strictName]",
            })
    void aNullWhereThereMustBeNoneGoesUpToTheNearestFieldThatMayBeNull(String document, String data, String path) {
        Map<String, @Nullable Object> members = new HashMap<>();
        Thing thing = new Thing("Thing", members::get);
        members.put("name", "a");
        for (String name : List.of("called", "strictCalled", "child", "strictChild")) {
            members.put(name, thing);
        }
        members.put("children", List.of(thing));
        members.put("strictChildren", List.of(thing));

        JsonNode response = byPlan(document, thing);

        assertThat(response.path("data").toString().replace('"', '\'')).isEqualTo(data);
        assertThat(response.path("errors")).singleElement().satisfies(error -> {
            assertThat(error.path("path").toString().replace("\"", "").replace(",", ", "))
                    .isEqualTo(path);
            assertThat(error.at("/extensions/code").asText()).isEqualTo("INTERNAL");
        });
        assertThat(comparable(response)).isEqualTo(comparable(byEngine(document, thing)));
    }

    @Test
    void noAnswerToARandomDocumentDiffersFromTheEngines() {
        int failed = 0;
        int nulled = 0;
        for (int seed = 0; seed < ANSWERS; seed++) {
            RandomGraph random = new RandomGraph(new Random(seed));
            String document = random.selections(FailingGraph.SCHEMA.getQueryType(), 0);
            Thing root = random.root();

            String expected = comparable(byEngine(document, root));

            assertThat(comparable(byPlan(document, root)))
                    .as("%d: %s", seed, document)
                    .isEqualTo(expected);
            failed += expected.contains("INTERNAL") ? 1 : 0;
            nulled += expected.startsWith("null") ? 1 : 0;
        }
        assertThat(failed).isGreaterThan(ANSWERS / 3);
        assertThat(nulled).isGreaterThan(ANSWERS / 100);
    }

    private static JsonNode byPlan(String document, Thing root) {
        Document parsed = Settings.parsed(document);
        OperationDefinition definition =
                parsed.getDefinitionsOfType(OperationDefinition.class).get(0);
        PreparedOperation operation = new PreparedOperation(
                parsed, definition, Objects.requireNonNull(FailingGraph.SCHEMA.getQueryType()), Map.of(), Set::of);
        Plan plan = Objects.requireNonNull(COMPILER.compile(operation, Map.of()));
        PlanRun run = new PlanRun(
                plan,
                new Environments(plan, CoercedVariables.emptyVariables(), GraphQLContext.of(context(root))),
                new Ongoing(),
                Ledger.admitted(OperationTerms.background(Duration.ofMinutes(1))),
                new SerializedObjectCache(0),
                new PlanRun.Answering(JsonParts.ENDLESS, Estimate.NONE));
        JsonBuffer written = run.start().join();
        JsonNode response = read(written.since(0));
        assertThat(response.path("errors")).hasSameSizeAs(run.errors());
        return response;
    }

    private static JsonNode byEngine(String document, Thing root) {
        ExecutionResult result =
                ENGINE.execute(ExecutionInput.newExecutionInput(document).graphQLContext(context(root)));
        return JSON.valueToTree(result.transform(builder -> builder.errors(EngineErrors.coded(result.getErrors())))
                .toSpecification());
    }

    private static Map<Object, Object> context(Thing root) {
        return new HashMap<>(Map.of(WorkTracker.class, new Ongoing(), Thing.class, root));
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException noJson) {
            throw new AssertionError(new String(json, StandardCharsets.UTF_8), noJson);
        }
    }

    /** The data, and the errors in an order of their own, without their places in the document. */
    private static String comparable(JsonNode response) {
        List<String> errors = StreamSupport.stream(response.path("errors").spliterator(), false)
                .map(error -> error.path("path") + " " + error.path("message") + " " + error.path("extensions"))
                .sorted()
                .toList();
        return response.path("data") + "\n" + String.join("\n", errors);
    }

    /** An execution that goes on. */
    private static final class Ongoing implements WorkTracker {

        @Override
        public void requireOngoing() {}

        @Override
        public boolean isForNobody() {
            return false;
        }

        @Override
        public <T> CompletableFuture<T> track(CompletionStage<T> work) {
            return work.toCompletableFuture();
        }
    }

    /** Documents, and objects of which most members are right. */
    private record RandomGraph(Random random) {

        String selections(GraphQLImplementingType type, int depth) {
            StringBuilder text = new StringBuilder("{ __typename");
            for (GraphQLFieldDefinition field : type.getFields()) {
                GraphQLNamedType of = GraphQLTypeUtil.unwrapAll(field.getType());
                boolean isComposite = of instanceof GraphQLImplementingType;
                if (isComposite ? depth == DEPTH || random.nextInt(2 * depth + 2) > 0 : random.nextInt(3) == 0) {
                    continue;
                }
                text.append(random.nextInt(4) == 0 ? " x" + random.nextInt(1_000) + field.getName() + ": " : " ")
                        .append(field.getName());
                if (of instanceof GraphQLInterfaceType) {
                    text.append(" { ... on Thing ")
                            .append(selections(type("Thing"), depth + 1))
                            .append(" ... on Other { id thing ")
                            .append(selections(type("Thing"), depth + 1))
                            .append(" } }");
                } else if (of instanceof GraphQLObjectType object) {
                    text.append(' ').append(selections(object, depth + 1));
                }
            }
            return text.append(" }").toString();
        }

        private static GraphQLObjectType type(String name) {
            return Objects.requireNonNull(FailingGraph.SCHEMA.getObjectType(name));
        }

        Thing root() {
            return new Thing("Query", name -> value(type("Thing").getField(name).getType(), 0));
        }

        private Object thing(String type, int depth) {
            if (type.equals("Thing") && random.nextInt(100) == 0) {
                Fallible unreadable = () -> new Failure(ErrorCode.UPSTREAM_INVALID, "Unreadable.");
                return unreadable;
            }
            return new Thing(
                    random.nextInt(200) == 0 ? "Nothing" : type,
                    name -> value(type(type).getField(name).getType(), depth));
        }

        private @Nullable Object value(GraphQLType type, int depth) {
            int mistake = random.nextInt(300);
            if (mistake < 4) {
                return List.<Object>of("wrong", new Failure(ErrorCode.NOT_FOUND, "Gone."), 7, new ArrayList<>())
                        .get(mistake);
            }
            if (type instanceof GraphQLNonNull required) {
                return mistake < 8 ? null : value(required.getWrappedType(), depth);
            }
            if (random.nextInt(8) == 0) {
                return null;
            }
            if (type instanceof GraphQLList list) {
                return IntStream.range(0, depth > DEPTH ? 0 : random.nextInt(4))
                        .mapToObj(i -> value(list.getWrappedType(), depth))
                        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
            }
            String name = ((GraphQLNamedType) type).getName();
            return switch (name) {
                case "Int" -> random.nextInt(100);
                case "Boolean" -> random.nextBoolean();
                case "Kind" -> random.nextBoolean() ? "ONE" : "TWO";
                case "Node" -> object(random.nextBoolean() ? "Thing" : "Other", depth);
                case "Thing" -> object(name, depth);
                default -> "text " + random.nextInt(100);
            };
        }

        /** The documents ask for no more than is there. */
        private @Nullable Object object(String type, int depth) {
            return depth > DEPTH ? null : thing(type, depth + 1);
        }
    }
}
