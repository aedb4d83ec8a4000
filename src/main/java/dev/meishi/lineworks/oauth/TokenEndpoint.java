package dev.meishi.lineworks.oauth;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.http.CallDurations;
import dev.meishi.lineworks.http.RestClients;
import dev.meishi.lineworks.http.TransportErrors;
import dev.meishi.memory.Memory;
import dev.meishi.secret.Secret;
import dev.meishi.secret.SecretsInUse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for access tokens, one call each. Keys are read and used on a worker, never on an event loop. */
@Singleton
class TokenEndpoint {

    /** Any other status of an answer is a failure. */
    private static final int OK = 200;

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final ServiceAccount account;
    private final Supplier<TokenApi> api;
    private final CallDurations durations;
    private final ScheduledExecutorService workers;
    private final Duration timeout;
    private @Nullable TokenApi built;

    private record Proof(Secret assertion, Secret clientSecret) {}

    TokenEndpoint(
            ServiceAccount account,
            UpstreamConfig config,
            Memory memory,
            CallDurations durations,
            ScheduledExecutorService workers) {
        this.account = account;
        this.durations = durations;
        this.workers = workers;
        this.timeout = config.timeout();
        this.api = () -> RestClients.toCredentials(account.tokenUrl().get(), config, memory)
                .register(new TokenErrors())
                .build(TokenApi.class);
    }

    /** For whom tokens are issued. */
    ServiceAccount account() {
        return account;
    }

    /**
     * A new token.
     *
     * @param nanoTime as of now
     * @return fails with {@link Failure}: {@code UPSTREAM_UNAUTHORIZED} with OAuth's error if it is refused
     */
    Uni<AccessToken> token(long nanoTime) {
        return issued().map(payload -> AccessToken.of(payload.accessToken(), payload.life(), nanoTime));
    }

    /**
     * A new token, with what else is said of it.
     *
     * @return fails as {@link #token}
     */
    Uni<TokenPayload> issued() {
        return Uni.createFrom().deferred(() -> {
            CallDurations.Call call = durations.ofToken();
            return call.watched(Uni.createFrom()
                            .item(this::proof)
                            .runSubscriptionOn(workers)
                            .invoke(call::sent)
                            .chain(this::ask)
                            .invoke(() -> call.answered(OK))
                            .ifNoItem()
                            .after(timeout)
                            .fail()
                            .onFailure()
                            .transform(this::failure))
                    .invoke(token -> SecretsInUse.note(new Secret(token.accessToken())));
        });
    }

    private Proof proof() {
        return new Proof(
                Assertion.of(account, Instant.now()), account.clientSecret().read());
    }

    private Uni<TokenPayload> ask(Proof proof) {
        return api().token(
                        GRANT,
                        proof.assertion().value(),
                        account.clientId(),
                        proof.clientSecret().value(),
                        account.scope())
                .map(body -> {
                    TokenPayload payload = body == null ? null : body.read(TokenPayload::read);
                    if (payload == null) {
                        throw TransportErrors.invalid("the answer of its token endpoint is empty");
                    }
                    return payload;
                });
    }

    /** Built at its first use: the address of the simulator is known only once the server listens. */
    private synchronized TokenApi api() {
        if (built == null) {
            built = api.get();
        }
        return built;
    }

    /** Whatever went wrong, nothing of what was sent or received becomes its cause. */
    private Failure failure(Throwable thrown) {
        if (thrown instanceof Failure known) {
            return known;
        }
        ErrorCode code = TransportErrors.from(thrown, timeout) instanceof Failure failure
                ? failure.code()
                : ErrorCode.UPSTREAM_INVALID;
        String what = switch (code) {
            case UPSTREAM_TIMEOUT -> "did not answer within " + timeout.toMillis() + " ms";
            case UPSTREAM_UNAVAILABLE -> "could not be reached, or the connection broke off";
            default -> "sent an answer that is not the JSON expected";
        };
        return new Failure(code, "The token endpoint of LINE WORKS (meishi.upstream.token-url) " + what + ".");
    }
}
