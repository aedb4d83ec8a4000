package dev.meishi.quota;

/**
 * The leave to make one call; who has it says how the call ended, exactly once.
 *
 * @param course that the call is counted in
 * @param call as the quota counts it
 * @param who makes it
 * @param isTrial whether it decides if calls are still to be kept back
 */
record Permit(Course course, Bucket.Taken call, Shares.Who who, boolean isTrial) {}
