package dev.meishi.lineworks.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.quota.Operation;
import dev.meishi.tracing.TraceSpan;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link CallDurations}: every call that was sent is recorded once, by how it ended. */
class CallDurationsTest {

    private static final String NAME = "http.client.request.duration";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CallDurations durations = new CallDurations(registry);

    @Test
    void anAnswerIsRecordedByItsStatus() {
        CallDurations.Call call = durations.of(Operation.LIST_TAGS, TraceSpan.NONE);
        call.sent();
        call.answered(200);

        call.watched(Uni.createFrom().item("answer")).subscribe().with(answer -> {});

        assertThat(count("listTags", "200", "")).isEqualTo(1);
    }

    @Test
    void anErrorIsRecordedByItsStatusAndItsCode() {
        CallDurations.Call call = durations.of(Operation.GET_CONTACT, TraceSpan.NONE);
        call.sent();

        fail(call, new Failure(ErrorCode.UPSTREAM_UNAVAILABLE, "status 503").answered(503));

        assertThat(count("getContact", "503", "UPSTREAM_UNAVAILABLE")).isEqualTo(1);
    }

    @Test
    void anAnswerThatCannotBeReadHasTheStatusItCameWith() {
        CallDurations.Call call = durations.of(Operation.GET_CONTACT, TraceSpan.NONE);
        call.sent();
        call.answered(200);

        fail(call, new Failure(ErrorCode.UPSTREAM_INVALID, "not JSON"));

        assertThat(count("getContact", "200", "UPSTREAM_INVALID")).isEqualTo(1);
    }

    @Test
    void aCallWithoutAnAnswerHasNoStatus() {
        CallDurations.Call call = durations.of(Operation.GET_CONTACT, TraceSpan.NONE);
        call.sent();

        fail(call, new Failure(ErrorCode.UPSTREAM_TIMEOUT, "late"));

        assertThat(count("getContact", "", "UPSTREAM_TIMEOUT")).isEqualTo(1);
    }

    @Test
    void aDefectIsInternal() {
        CallDurations.Call call = durations.of(Operation.GET_CONTACT, TraceSpan.NONE);
        call.sent();

        fail(call, new IllegalStateException("a defect"));

        assertThat(count("getContact", "", "INTERNAL")).isEqualTo(1);
    }

    @Test
    void aCallThatIsGivenUpIsAbandoned() {
        CallDurations.Call call = durations.of(Operation.GET_CONTACT, TraceSpan.NONE);
        call.sent();
        UniAssertSubscriber<Object> waiting =
                call.watched(Uni.createFrom().nothing()).subscribe().withSubscriber(UniAssertSubscriber.create());

        waiting.cancel();

        assertThat(count("getContact", "", "ABANDONED")).isEqualTo(1);
    }

    @Test
    void aTokenAndAPhotoAreCallsBesideTheOperations() {
        for (CallDurations.Call call :
                List.of(durations.ofToken(() -> TraceSpan.NONE), durations.ofPhoto(() -> TraceSpan.NONE))) {
            call.sent();
            call.answered(200);
            call.watched(Uni.createFrom().item("answer")).subscribe().with(answer -> {});
        }

        assertThat(count("issueToken", "POST", "200", "")).isEqualTo(1);
        assertThat(count("downloadPhoto", "GET", "200", "")).isEqualTo(1);
    }

    @Test
    void whatWasNotSentIsNoCall() {
        fail(
                durations.of(Operation.GET_CONTACT, TraceSpan.NONE),
                new Failure(ErrorCode.UPSTREAM_UNAUTHORIZED, "no token"));

        assertThat(registry.find(NAME).timers()).isEmpty();
    }

    @Test
    void statusesWithoutEndMakeNoSeriesWithoutEnd() {
        for (int status = 1; status <= 10_000; status++) {
            CallDurations.Call call = durations.of(Operation.GET_CONTACT, TraceSpan.NONE);
            call.sent();
            call.answered(status);
            call.watched(Uni.createFrom().item("answer")).subscribe().with(answer -> {});
        }

        assertThat(registry.find(NAME).timers()).hasSize(501);
        assertThat(count("getContact", "", "")).isEqualTo(9_500);
    }

    private static void fail(CallDurations.Call call, Throwable thrown) {
        call.watched(Uni.createFrom().failure(thrown)).subscribe().with(answer -> {}, failure -> {});
    }

    private long count(String operation, String status, String error) {
        return count(operation, "GET", status, error);
    }

    private long count(String operation, String method, String status, String error) {
        return registry.get(NAME)
                .tags(
                        "operation",
                        operation,
                        "http.request.method",
                        method,
                        "http.response.status_code",
                        status,
                        "error.type",
                        error)
                .timer()
                .count();
    }
}
