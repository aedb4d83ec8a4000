package dev.meishi.lineworks.oauth;

import dev.meishi.connection.Cursor;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.Authorization;
import dev.meishi.lineworks.View;
import dev.meishi.loop.Loop;
import dev.meishi.reset.UpstreamReset;
import dev.meishi.secret.Secret;
import dev.meishi.tracing.TraceSpan;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The access token that calls of API 2.0 send. It is asked for at the first call, once however many wait for it, and again
 * while the last fifth of its life is used up, and after LINE WORKS has rejected it. After a failure nothing is asked for a
 * while, and everybody gets the same failure.
 */
@Singleton
@Typed(AccessTokens.class)
public class AccessTokens implements Authorization {

    private final LongFunction<Uni<AccessToken>> endpoint;
    private final View view;
    private final Supplier<Secret> sealing;
    private final TokenMetrics metrics;
    private final Pauses pauses;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable AccessToken> current = new AtomicReference<>();
    private final AtomicReference<@Nullable Asked> underWay = new AtomicReference<>();

    /** A call for a token that is under way, with the work that it is made for first. */
    private static final class Asked extends CompletableFuture<AccessToken> {
        private final TraceSpan work = TraceSpan.current().shared();
    }

    @Inject
    AccessTokens(TokenEndpoint endpoint, TokenMetrics metrics) {
        this(
                endpoint::token,
                viewOf(endpoint.account()),
                endpoint.account().clientSecret()::read,
                metrics,
                System::nanoTime);
    }

    AccessTokens(
            LongFunction<Uni<AccessToken>> endpoint,
            View view,
            Supplier<Secret> sealing,
            TokenMetrics metrics,
            LongSupplier nanoTime) {
        this.endpoint = endpoint;
        this.view = view;
        this.sealing = sealing;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
        this.pauses = new Pauses();
    }

    /**
     * Whose view of LINE WORKS the tokens give, whichever token it is.
     *
     * @return a name for app and service account
     */
    public View view() {
        return view;
    }

    /**
     * A credential that stays the same when tokens are renewed.
     *
     * @return the client secret as it is now
     */
    public Secret sealing() {
        return sealing.get();
    }

    private static View viewOf(ServiceAccount account) {
        return View.of(
                Long.toHexString(Cursor.fingerprint("2.0", account.clientId(), account.name(), account.scope())));
    }

    @Override
    public Uni<Secret> header() {
        long now = nanoTime.getAsLong();
        AccessToken token = current.get();
        if (token == null || token.isOver(now)) {
            Failure recent = pauses.failure(now);
            return recent == null ? waited(fetch(now)) : Uni.createFrom().failure(recent);
        }
        if (token.isDue(now) && pauses.failure(now) == null) {
            var unused = fetch(now); // The call that needs it asks for it.
        }
        return token.header();
    }

    @Override
    public Uni<Boolean> rejected(Secret header) {
        AccessToken token = current.get();
        // Else it has been replaced since, or is being.
        if (token != null && token.value().equals(header) && current.compareAndSet(token, null)) {
            metrics.rejected();
            pauses.rejected(token, nanoTime.getAsLong());
        }
        return Uni.createFrom().item(true);
    }

    /** The simulator has started over: it need not know a token of before, nor refuse what it refused. */
    void forget(@Observes UpstreamReset reset) {
        if (reset == UpstreamReset.ALL) {
            current.set(null);
            pauses.forget();
        }
    }

    /** The call for a token that is under way, or a new one. */
    private CompletableFuture<AccessToken> fetch(long now) {
        Asked mine = new Asked();
        Asked others = underWay.compareAndExchange(null, mine);
        if (others != null) {
            return mine.work.isRecorded()
                    ? others.whenComplete((token, thrown) -> mine.work.joined(others.work))
                    : others;
        }
        AccessToken since = current.get();
        if (since != null && !since.isDue(now)) {
            underWay.set(null);
            mine.complete(since); // Issued between the look and the call.
            return mine;
        }
        Uni<AccessToken> call = mine.work.within(() -> endpoint.apply(now));
        call.subscribe().with(token -> issued(token, mine), thrown -> failed(thrown, mine));
        return mine;
    }

    private void issued(AccessToken token, CompletableFuture<AccessToken> waiting) {
        current.set(token);
        pauses.issued();
        metrics.issued();
        underWay.set(null);
        waiting.complete(token);
    }

    private void failed(Throwable thrown, CompletableFuture<AccessToken> waiting) {
        Failure failure = pauses.failed(thrown, nanoTime.getAsLong());
        metrics.failed(failure);
        underWay.set(null);
        waiting.completeExceptionally(failure);
    }

    /** Each goes on where it waits; who gives up leaves the call to the others. */
    private static Uni<Secret> waited(CompletableFuture<AccessToken> token) {
        Executor here = Loop.here();
        return Uni.createFrom().emitter(waiter -> {
            var unused = token.whenComplete((issued, thrown) -> here.execute(() -> {
                if (thrown == null) {
                    waiter.complete(issued.value());
                } else {
                    waiter.fail(thrown);
                }
            }));
        });
    }

    @Override
    public String toString() {
        return "AccessTokens[***]";
    }
}
