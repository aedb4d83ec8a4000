package dev.meishi.quota;

/**
 * The permission to make one call; its holder reports how the call ended, exactly once.
 *
 * @param state that the call is counted in
 * @param call as the quota counts it
 * @param claimant makes it
 * @param isTrial whether its result decides if the circuit breaker closes
 */
record Permit(OperationState state, Bucket.Taken call, Shares.Claimant claimant, boolean isTrial) {}
