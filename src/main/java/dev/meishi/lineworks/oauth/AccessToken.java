package dev.meishi.lineworks.oauth;

import dev.meishi.secret.Secret;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * A token that was issued. Times are nanoseconds of one clock that never goes back.
 *
 * @param value of the {@code Authorization} header
 * @param header the same, as it is asked for
 * @param since when it was asked for
 * @param dueAt from when on another one is asked for meanwhile
 * @param overAt from when on it is not used
 */
record AccessToken(Secret value, Uni<Secret> header, long since, long dueAt, long overAt) {

    /** How much of its life it has had when another one is due. */
    private static final double DUE = 0.8;

    /** As long as a call may be on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    static AccessToken of(String token, Duration life, long now) {
        Secret value = new Secret("Bearer " + token);
        long nanos = life.toNanos();
        long over = Math.max((long) (DUE * nanos), nanos - MARGIN.toNanos());
        return new AccessToken(value, Uni.createFrom().item(value), now, now + (long) (DUE * nanos), now + over);
    }

    boolean isDue(long now) {
        return now - dueAt >= 0;
    }

    boolean isOver(long now) {
        return now - overAt >= 0;
    }

    /** A token prints no credential in any text. */
    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
