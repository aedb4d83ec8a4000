package dev.meishi.execution.plan;

import dev.meishi.contact.CannedConnection;
import dev.meishi.execution.Ongoing;
import dev.meishi.execution.smallrye.WorkTracker;
import dev.meishi.graphql.Estimate;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.json.JsonBuffer;
import dev.meishi.json.JsonParts;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.lineworks.v1.CannedPage;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import speed.Load;

/** Making a plan of an operation, and executing it: resolvers that have their results already, and the whole answer written. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Planning {

    /** Of an answer that is all new. */
    private static final Ledger LEDGER = Ledger.admitted(OperationTerms.background(Duration.ofMinutes(1)));

    /** Whatever it comes to. */
    private static final PlanRun.Answering ANSWERING =
            new PlanRun.Answering(JsonParts.ENDLESS, new Estimate(Integer.MAX_VALUE, Integer.MAX_VALUE));

    /** One of the loads that the whole gateway is measured under. */
    @Param({"W1", "W2", "W3"})
    @SuppressWarnings("NullAway.Init")
    public String workload;

    @SuppressWarnings("NullAway.Init")
    private Plain plain;

    @SuppressWarnings("NullAway.Init")
    private PreparedOperation operation;

    @SuppressWarnings("NullAway.Init")
    private Plan plan;

    @SuppressWarnings("NullAway.Init")
    private CoercedVariables variables;

    /** Makes everything ready. */
    @Setup
    public void setUp() {
        Load load = Load.LOADS.stream()
                .filter(each -> each.name().equals(workload))
                .findFirst()
                .orElseThrow();
        plain = new Plain(CannedConnection.of(CannedPage.body(load.first())));
        operation = plain.operation(load.query());
        plan = compile();
        variables = CoercedVariables.of(Map.of("first", load.first()));
        int written = execute().toString().split("\"resourceId\":", -1).length - 1;
        if (written < load.first()) {
            throw new IllegalStateException("Only " + written + " contacts are written");
        }
    }

    /** To a plan. */
    @Benchmark
    public Plan compile() {
        return Objects.requireNonNull(plain.compiler().compile(operation, Map.of()));
    }

    /** To an answer. */
    @Benchmark
    public JsonBuffer execute() {
        GraphQLContext context = GraphQLContext.getDefault();
        WorkTracker work = Ongoing.execution();
        context.put(WorkTracker.class, work);
        return new PlanRun(
                        plan,
                        new Environments(plan, variables, context),
                        work,
                        LEDGER,
                        new SerializedObjectCache(0),
                        ANSWERING)
                .start()
                .join();
    }
}
