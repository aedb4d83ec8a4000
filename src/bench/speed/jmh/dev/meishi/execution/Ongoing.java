package dev.meishi.execution;

import dev.meishi.execution.smallrye.WorkTracker;

/** What resolvers are tracked by in the gateway. */
public final class Ongoing {

    private Ongoing() {}

    /** Of an execution that goes on wherever its work ends. */
    public static WorkTracker execution() {
        return new InFlight();
    }
}
