package dev.meishi.doctor;

import dev.meishi.lineworks.probe.Probe;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call.
 *
 * @param probe that was made
 * @param status of HTTP; 0 if there was no answer
 * @param millis it took
 * @param bytes of the body
 * @param error the vendor's code; null if there is none
 * @param skipped why there was no call or no answer; null if there was one
 * @param headers that tell of the quota, of the type of the body and of the host of a redirection
 * @param clockSkewSeconds by which the vendor's clock is ahead; null if it is not told
 * @param shape of the body; null if it is no JSON
 */
record CallResult(
        Probe probe,
        int status,
        long millis,
        int bytes,
        @Nullable String error,
        @Nullable String skipped,
        Map<String, String> headers,
        @Nullable Long clockSkewSeconds,
        @Nullable Shape shape) {

    static CallResult skipped(Probe probe, String why) {
        return new CallResult(probe, 0, 0, 0, null, why, Map.of(), null, null);
    }

    boolean isAnswered() {
        return status != 0;
    }

    boolean isGood() {
        return status >= 200 && status < 400;
    }

    /** How the body differs from what is read of it. */
    Differences differences() {
        return shape == null || status >= 300
                ? new Differences(List.of(), List.of(), List.of())
                : Differences.between(shape, probe.expected());
    }
}
