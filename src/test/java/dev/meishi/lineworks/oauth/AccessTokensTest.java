package dev.meishi.lineworks.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.View;
import dev.meishi.reset.UpstreamReset;
import dev.meishi.secret.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@link AccessTokens}: who waits for a token shares the call for it, and who has one waits for nothing. */
@Timeout(60)
class AccessTokensTest {

    private final Failure wrongKey =
            new Failure(ErrorCode.UPSTREAM_UNAUTHORIZED, "refused", "invalid_grant", null, null);

    private final AtomicLong nanos = new AtomicLong(-5);
    private final List<UniEmitter<? super AccessToken>> asked = new ArrayList<>();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AccessTokens tokens = new AccessTokens(
            now -> Uni.createFrom().emitter(asked::add),
            View.of("app"),
            () -> Secret.of("client secret"),
            new TokenMetrics(registry),
            nanos::get);

    @Test
    void aThousandColdCallsAskForOneToken() {
        List<CompletableFuture<Secret>> waiting =
                IntStream.range(0, 1000).mapToObj(i -> header()).toList();

        issue("a", 3600);

        assertThat(asked).hasSize(1);
        assertThat(waiting).allSatisfy(one -> assertThat(value(one)).isEqualTo("Bearer a"));
    }

    @Test
    void whoGivesUpLeavesTheCallToTheOthers() {
        tokens.header().subscribe().with(never -> {}).cancel();
        CompletableFuture<Secret> other = header();

        issue("a", 3600);

        assertThat(asked).hasSize(1);
        assertThat(value(other)).isEqualTo("Bearer a");
    }

    @Test
    void aTokenIsUsedUntilFourFifthsOfItsLifeAndRenewedMeanwhile() {
        issued("a", 100);
        after(79);
        assertThat(value(header())).isEqualTo("Bearer a");
        assertThat(asked).hasSize(1);

        after(2);
        assertThat(value(header())).as("nobody waits").isEqualTo("Bearer a");
        assertThat(value(header())).isEqualTo("Bearer a");
        assertThat(asked).as("once").hasSize(2);

        issue("b", 100);
        assertThat(value(header())).isEqualTo("Bearer b");
    }

    @Test
    void aTokenWhoseRenewalFailsIsUsedToItsEnd() {
        issued("a", 100);
        after(81);
        var unused = header();
        fail(wrongKey);

        assertThat(value(header())).isEqualTo("Bearer a");
        assertThat(asked).as("a pause").hasSize(2);
        after(2);
        assertThat(value(header())).isEqualTo("Bearer a");
        assertThat(asked).hasSize(3);
        fail(wrongKey);
        after(18);
        assertThat(header()).as("it is over").isNotCompleted();
    }

    @Test
    void aRejectedTokenIsReplacedOnceHoweverManySaySo() {
        issued("a", 3600);
        Secret rejected = new Secret("Bearer a");

        assertThat(isWorthRepeating(rejected)).isTrue();
        CompletableFuture<Secret> one = header();
        assertThat(isWorthRepeating(rejected)).isTrue();
        CompletableFuture<Secret> other = header();
        issue("b", 3600);
        assertThat(isWorthRepeating(rejected)).as("of the one before").isTrue();

        assertThat(asked).hasSize(2);
        assertThat(value(one)).isEqualTo("Bearer b");
        assertThat(value(other)).isEqualTo("Bearer b");
        assertThat(value(header())).isEqualTo("Bearer b");
        assertThat(registry.counter("meishi.upstream.tokens.rejected").count()).isOne();
    }

    @Test
    void aThousandCallsWithAWrongKeyAskOnce() {
        CompletableFuture<Secret> first = header();
        fail(wrongKey);
        assertThat(failure(first)).isSameAs(wrongKey);

        for (int i = 0; i < 1000; i++) {
            assertThat(failure(header()).code()).isEqualTo(ErrorCode.UPSTREAM_UNAUTHORIZED);
        }

        assertThat(asked).hasSize(1);
        assertThat(registry.counter(
                                "meishi.upstream.tokens", "result", "UPSTREAM_UNAUTHORIZED", "error", "invalid_grant")
                        .count())
                .isOne();
    }

    @Test
    void thePauseAfterAFailureGrowsToHalfAMinute() {
        int seconds = 0;
        for (int i = 0; i < 3600; i++) {
            CompletableFuture<Secret> call = header();
            if (!call.isDone()) {
                fail(wrongKey);
            }
            after(1);
            seconds++;
        }

        assertThat(seconds).isEqualTo(3600);
        assertThat(asked.size()).isBetween(100, 120);
    }

    @Test
    void aFailureThatPassesSaysWhenToComeBack() {
        var unused = header();
        fail(new Failure(ErrorCode.UPSTREAM_UNAVAILABLE, "down"));

        assertThat(failure(header()).retryAfter()).isEqualTo(Duration.ofSeconds(2));
        after(1);
        CompletableFuture<Secret> again = header();
        issue("a", 3600);
        assertThat(value(again)).isEqualTo("Bearer a");
    }

    @Test
    void tokensThatAreAllRejectedAreNotAskedForWithoutEnd() {
        for (int i = 0; i < 100; i++) {
            CompletableFuture<Secret> call = header();
            if (!call.isDone()) {
                issue("token-" + i, 3600);
            }
            if (!call.isCompletedExceptionally()) {
                isWorthRepeating(new Secret(value(call)));
            }
        }

        assertThat(asked).hasSize(6);
        assertThat(failure(header())).hasMessageContaining("rejects every access token");

        tokens.forget(UpstreamReset.CONTENT);
        assertThat(failure(header())).hasMessageContaining("rejects every access token");
        tokens.forget(UpstreamReset.ALL);
        CompletableFuture<Secret> afterwards = header();
        issue("accepted", 3600);
        assertThat(value(afterwards)).isEqualTo("Bearer accepted");
    }

    @Test
    void aTokenOfASimulatorThatHasStartedOverIsNotUsed() {
        CompletableFuture<Secret> first = header();
        issue("of-before", 3600);
        assertThat(value(first)).isEqualTo("Bearer of-before");
        tokens.forget(UpstreamReset.CONTENT);
        assertThat(value(header())).isEqualTo("Bearer of-before");

        tokens.forget(UpstreamReset.ALL);
        CompletableFuture<Secret> next = header();
        assertThat(next).isNotDone();
        issue("of-now", 3600);
        assertThat(value(next)).isEqualTo("Bearer of-now");
    }

    @Test
    void nothingPrintsAToken() {
        AccessToken token = AccessToken.of("t0ken", Duration.ofHours(1), 0);

        assertThat(token.toString() + token.value() + tokens + new TokenPayload("t0ken", Duration.ZERO, null))
                .doesNotContain("t0ken");
    }

    private CompletableFuture<Secret> header() {
        return tokens.header().subscribeAsCompletionStage();
    }

    private void issued(String token, int seconds) {
        var unused = header();
        issue(token, seconds);
    }

    private void issue(String token, int seconds) {
        asked.get(asked.size() - 1).complete(AccessToken.of(token, Duration.ofSeconds(seconds), nanos.get()));
    }

    private void fail(Failure failure) {
        asked.get(asked.size() - 1).fail(failure);
    }

    private void after(int seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private static String value(CompletableFuture<Secret> header) {
        assertThat(header).isCompleted();
        return header.join().value();
    }

    private static Failure failure(CompletableFuture<Secret> header) {
        assertThat(header).isCompletedExceptionally();
        return (Failure) Objects.requireNonNull(catchThrowable(header::join).getCause());
    }

    private boolean isWorthRepeating(Secret rejected) {
        return tokens.rejected(rejected).await().indefinitely();
    }
}
