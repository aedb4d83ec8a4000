package dev.meishi.lineworks.http;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.UnexpectedJson;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Authorization;
import dev.meishi.quota.Governor;
import dev.meishi.quota.Operation;
import dev.meishi.quota.RateLimitInfo;
import dev.meishi.secret.Secret;
import dev.meishi.tracing.TraceSpan;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** How each call of an API is made: when the quota permits it, with a header of its moment, within its time. */
public final class UpstreamCalls {

    private final Governor governor;
    private final Authorization authorization;
    private final CallDurations durations;
    private final Duration timeout;

    /**
     * Calls of one API.
     *
     * @param governor that permits them
     * @param authorization that they are made with
     * @param durations of them, which are recorded
     * @param timeout for each of them
     */
    public UpstreamCalls(Governor governor, Authorization authorization, CallDurations durations, Duration timeout) {
        this.governor = governor;
        this.authorization = authorization;
        this.durations = durations;
        this.timeout = timeout;
    }

    /**
     * Makes a call. A header that is rejected is replaced once where that is possible, by another call. Without a header
     * there is no call, and none of the quota is used.
     *
     * @param <B> kind of body
     * @param <T> what it means
     * @param operation whose quota it counts in
     * @param domainId of that quota
     * @param ledger of the operation that the call is for
     * @param call makes it, with the value of {@code Authorization}
     * @param meaning of a body; part of the call, as it may say with status 200 that LINE WORKS is down
     * @return fails with {@link Failure}
     */
    public <B, T> Uni<T> make(
            Operation operation,
            String domainId,
            Ledger ledger,
            Function<String, Uni<RestResponse<B>>> call,
            Function<B, T> meaning) {
        boolean[] isWorthRepeating = {false};
        return inTime(header(ledger.span()))
                .chain(had -> governor.call(operation, domainId, ledger, quota -> {
                    CallDurations.Call made = durations.of(operation, ledger.span());
                    return made.watched(inTime(header(ledger.span()).chain(header -> {
                        made.sent();
                        return answer(call.apply(header.value()), made, quota, meaning)
                                .onFailure(UpstreamCalls::isUnauthorized)
                                .call(() -> authorization
                                        .rejected(header)
                                        .invoke(another -> isWorthRepeating[0] = another));
                    })));
                }))
                .onFailure(thrown -> isWorthRepeating[0])
                .retry()
                .atMost(1);
    }

    /** A call for a new token is a part of the work that needs it. */
    private Uni<Secret> header(TraceSpan work) {
        return work.isRecorded() ? work.within(authorization::header) : authorization.header();
    }

    /**
     * Work of several calls, within the time for one.
     *
     * @param <T> what comes of it
     * @param work whose failures may be of any kind
     * @return fails with {@link Failure}
     */
    public <T> Uni<T> inTime(Uni<T> work) {
        return work.ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .transform(thrown -> TransportErrors.from(thrown, timeout));
    }

    private static <B, T> Uni<T> answer(
            Uni<RestResponse<B>> call, CallDurations.Call made, Consumer<RateLimitInfo> quota, Function<B, T> meaning) {
        return call.invoke(response -> {
                    made.answered(response.getStatus());
                    quota.accept(RateLimitHeaders.of(response));
                })
                .onItem()
                .transformToUni(response -> {
                    B body = response.getEntity();
                    return body == null
                            ? Uni.createFrom().failure(TransportErrors.invalid("its answer is empty"))
                            : Uni.createFrom().item(read(body, meaning));
                });
    }

    private static <B, T> T read(B body, Function<B, T> meaning) {
        try {
            return meaning.apply(body);
        } catch (Failure | UnexpectedJson known) {
            throw known;
        } catch (RuntimeException defect) {
            throw TransportErrors.unread(defect);
        }
    }

    private static boolean isUnauthorized(Throwable thrown) {
        return thrown instanceof Failure failure && failure.code() == ErrorCode.UPSTREAM_UNAUTHORIZED;
    }
}
