package dev.meishi.execution.plan;

import dev.meishi.execution.smallrye.ExecutableSchema;
import dev.meishi.execution.smallrye.WorkTracker;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.ledger.Ledger;
import dev.meishi.memory.Memory;
import dev.meishi.memory.Share;
import org.jspecify.annotations.Nullable;

/** Finds the plans of operations, or compiles them, and makes a run of one for each request. */
public final class Planner {

    private final PlanCache plans;
    private final SerializedObjectCache objects;

    /**
     * For one schema.
     *
     * @param schema that the plans are executed with
     * @param plans memory for all plans
     * @param objects memory for the JSON of cached objects
     * @param memory that both are shown in
     */
    public Planner(ExecutableSchema schema, Share plans, Share objects, Memory memory) {
        this.plans = new PlanCache(
                new PlanCompiler(schema.schema(), schema.batchResolvers(), schema.fallibleTypes()), plans.bytes());
        this.plans.showIn(memory);
        this.objects = new SerializedObjectCache(objects.bytes());
        this.objects.showIn(memory);
    }

    /**
     * A run of the operation's plan.
     *
     * @param input what is executed
     * @param work that ends with the execution
     * @param ledger what the operation may take of LINE WORKS
     * @param answering what the answer is written into
     * @return to be started; null if the operation is left to the engine, as a plan does not cover it
     * @throws RequestRefused {@code BAD_USER_INPUT} if a condition is null, which one with a default may be made
     */
    public @Nullable PlanRun run(PlanInput input, WorkTracker work, Ledger ledger, PlanRun.Answering answering) {
        Plan plan = input.operation()
                .companion(OperationPlans.class, whole -> new OperationPlans(plans, whole))
                .of(input.variables());
        return plan == null
                ? null
                : new PlanRun(
                        plan,
                        new Environments(plan, input.variables(), input.context()),
                        work,
                        ledger,
                        objects,
                        answering);
    }
}
