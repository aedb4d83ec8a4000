package dev.meishi.differential;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.meishi.execution.AnswerRoom;
import dev.meishi.execution.Engine;
import dev.meishi.execution.Execution;
import dev.meishi.execution.OperationResult;
import dev.meishi.execution.WithoutPlan;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.json.JsonBuffer;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.memory.Share;
import graphql.GraphQLError;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The two ways that are compared. */
final class Ways {

    private static final int PATIENCE_SECONDS = 20;

    /** As the HTTP edge writes. */
    private static final JsonMapper JSON = new JsonMapper();

    /** Enough for every answer; none is given back. */
    private static final Memory MEMORY =
            new Memory(Map.of(Account.ANSWERS, Share.of("75%")), 1L << 50, new SimpleMeterRegistry());

    private Ways() {}

    /** The way that is right by definition. */
    static Way graphqlJava(Engine engine) {
        return (operation, variables, ledger) -> json(() -> WithoutPlan.start(engine, operation, variables, ledger));
    }

    /** The way that must not differ from it. */
    static Way underTest(Engine engine) {
        return (operation, variables, ledger) -> json(() -> engine.start(
                operation, variables, ledger, AnswerRoom.of(MEMORY, new Limits(dev.meishi.graphql.Settings.limits()))));
    }

    private static byte[] json(Supplier<Execution> start) throws Exception {
        try {
            OperationResult result = start.get().result().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            JsonBuffer written = result.written();
            return written != null
                    ? written.since(0)
                    : JSON.writeValueAsBytes(
                            Objects.requireNonNull(result.unwritten()).toSpecification());
        } catch (RequestRefused refused) {
            return JSON.writeValueAsBytes(Map.of(
                    "errors",
                    refused.errors().stream().map(GraphQLError::toSpecification).toList()));
        }
    }
}
