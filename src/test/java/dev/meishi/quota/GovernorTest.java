package dev.meishi.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.Urgency;
import dev.meishi.reset.UpstreamReset;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A call goes at once, waits for its turn, or is refused at once; and what LINE WORKS failed is asked for again. */
class GovernorTest {

    private final Failure down = new Failure(ErrorCode.UPSTREAM_UNAVAILABLE, "down");

    @Test
    void aCallWithinTheQuotaGoesAtOnce() {
        Calls calls = new Calls(Settings.ofCalls(2));

        UniAssertSubscriber<String> one = calls.interactive("one");
        calls.answerAll();

        one.assertItem("answer to one");
        assertThat(calls.gauge("meishi.upstream.quota.left")).isEqualTo(1);
    }

    @Test
    void operationsAndDomainsHaveQuotasOfTheirOwn() {
        Calls calls = new Calls(Settings.ofCalls(1));
        Ledger ledger = Calls.ledger(Urgency.INTERACTIVE, Duration.ofSeconds(1));

        calls.ask(Operation.LIST_CONTACTS, "1", "one", ledger);
        calls.ask(Operation.LIST_CONTACTS, "2", "other domain", ledger);
        calls.ask(Operation.GET_CONTACT, "1", "other operation", ledger);

        assertThat(calls.names()).containsExactly("one", "other domain", "other operation");
    }

    @Test
    void aCallWhoseTurnDoesNotComeInTimeIsRefusedAtOnceAndToldWhenToComeBack() {
        Calls calls = new Calls(Settings.ofCalls(1));
        calls.interactive("one");
        calls.answerAll();
        calls.pace.pass(Duration.ofMillis(57_900));

        Failure refused = failure(calls.interactive("two"));

        assertThat(refused.code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(calls.names()).containsExactly("one");
        assertThat(calls.count("meishi.upstream.refused", "code", "UPSTREAM_RATE_LIMITED"))
                .isEqualTo(1);
        calls.pace.pass(Duration.ofSeconds(3));
        calls.interactive("back");
        assertThat(calls.names()).containsExactly("one", "back");
    }

    @Test
    void aCallWhoseTurnComesSoonWaitsForIt() {
        Calls calls = new Calls(Settings.ofCalls(1));
        Ledger ledger = Calls.ledger(Urgency.INTERACTIVE, Duration.ofHours(1));
        calls.interactive("one");
        calls.answerAll();
        calls.pace.pass(Duration.ofSeconds(58));

        calls.ask("two", ledger);

        assertThat(calls.names()).containsExactly("one");
        calls.pace.pass(Duration.ofMillis(1_999));
        assertThat(calls.names()).containsExactly("one");
        calls.pace.pass(Duration.ofMillis(1));
        assertThat(calls.names()).containsExactly("one", "two");
        assertThat(ledger.summary().waited()).isEqualTo(Duration.ofSeconds(2));
        assertThat(ledger.summary().calls()).isEqualTo(1);
    }

    @Test
    void nobodyWaitsLongerThanHisOperationHasTime() {
        Calls calls = new Calls(Settings.ofCalls(1));
        calls.interactive("one");
        calls.answerAll();
        calls.pace.pass(Duration.ofSeconds(58));

        assertThat(failure(calls.ask("hasty", Calls.ledger(Urgency.INTERACTIVE, Duration.ofSeconds(1))))
                        .code())
                .isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);
    }

    @Test
    void interactiveCallsGoBeforeBackgroundOnesThatCameEarlier() {
        Calls calls = new Calls(Settings.ofCalls(2));
        calls.interactive("one");
        calls.interactive("two");
        calls.answerAll();
        calls.background("export");
        calls.pace.pass(Duration.ofSeconds(59));
        calls.interactive("person");
        calls.interactive("other person");

        calls.pace.pass(Duration.ofSeconds(1));

        assertThat(calls.names()).containsExactly("one", "two", "person", "other person");
        calls.answerAll();
        calls.pace.pass(Duration.ofSeconds(60));
        assertThat(calls.names()).endsWith("export");
    }

    @Test
    void backgroundCallsLeaveHalfOfTheQuotaToOthers() {
        Calls calls = new Calls(Settings.ofCalls(10));
        for (int i = 0; i < 10; i++) {
            calls.background("export");
        }
        assertThat(calls.made).hasSize(5);

        for (int i = 0; i < 10; i++) {
            calls.interactive("person");
        }

        assertThat(calls.made).hasSize(10);
        assertThat(calls.names()).filteredOn("export"::equals).hasSize(5);
    }

    @Test
    void whoGoesAwayWhileHeWaitsGivesHisPlaceUp() {
        Calls calls = new Calls(Settings.ofCalls(1));
        calls.interactive("one");
        calls.answerAll();
        calls.pace.pass(Duration.ofSeconds(59));
        UniAssertSubscriber<String> gone = calls.interactive("gone");
        assertThat(failure(calls.interactive("third")).code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);

        gone.cancel();
        calls.interactive("fourth");
        calls.pace.pass(Duration.ofSeconds(1));

        assertThat(calls.names()).containsExactly("one", "fourth");
    }

    @Test
    void whoGoesAwayAbortsHisCallAndMakesRoomForAnother() {
        Calls calls = new Calls(new Settings(100, 1, 10, 100));
        UniAssertSubscriber<String> gone = calls.interactive("gone");
        calls.interactive("next");
        assertThat(calls.names()).containsExactly("gone");

        gone.cancel();

        assertThat(calls.aborted).containsExactly("gone");
        assertThat(calls.names()).containsExactly("gone", "next");
    }

    @Test
    void ofCallsThatWaitForOthersToEndInteractiveOnesGoFirst() {
        Calls calls = new Calls(new Settings(100, 1, 10, 100));
        calls.interactive("one");
        calls.background("export");
        calls.interactive("person");

        calls.answerAll();

        assertThat(calls.names()).containsExactly("one", "person");
    }

    @Test
    void whoWaitsForOthersToEndDoesSoNoLongerThanForTheQuota() {
        Calls calls = new Calls(new Settings(100, 1, 10, 100));
        calls.interactive("one");
        UniAssertSubscriber<String> two = calls.interactive("two");

        calls.pace.pass(Duration.ofMillis(1_999));
        two.assertNotTerminated();
        calls.pace.pass(Duration.ofMillis(1));

        assertThat(failure(two).code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);
        assertThat(failure(two).retryAfter()).isEqualTo(Duration.ofSeconds(1));
        calls.answerAll();
        assertThat(calls.names()).containsExactly("one");
    }

    @Test
    void moreThanMayWaitAreRefusedAtOnce() {
        Calls calls = new Calls(new Settings(100, 1, 2, 100));
        calls.interactive("one");
        calls.interactive("two").assertNotTerminated();
        calls.interactive("three").assertNotTerminated();

        assertThat(failure(calls.interactive("four")).code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);
    }

    @Test
    void aCallRefusedForTheQuotaStopsAllUntilTheResetAndThoseWhoWaitAreTold() {
        Calls calls = new Calls(new Settings(100, 1, 10, 100));
        UniAssertSubscriber<String> one = calls.interactive("one");
        UniAssertSubscriber<String> waiting = calls.interactive("waiting");

        calls.last()
                .answer()
                .fail(new Failure(ErrorCode.UPSTREAM_RATE_LIMITED, "429", null, Duration.ofSeconds(17), null));

        assertThat(failure(one)).hasMessage("429");
        assertThat(failure(waiting).retryAfter()).isEqualTo(Duration.ofSeconds(17));
        assertThat(failure(calls.interactive("two")).retryAfter()).isEqualTo(Duration.ofSeconds(17));
        assertThat(calls.names()).containsExactly("one");
        calls.pace.pass(Duration.ofSeconds(17));
        calls.interactive("three");
        assertThat(calls.names()).containsExactly("one", "three");
    }

    @ParameterizedTest
    @CsvSource({"17, 17", "0, 1", ", 60"})
    void whoIsRefusedByLineWorksIsToldWhenToComeBack(@Nullable Integer reset, int seconds) {
        Calls calls = new Calls(Settings.ofCalls(100));
        UniAssertSubscriber<String> first = calls.interactive("first");
        Duration wait = reset == null ? null : Duration.ofSeconds(reset);

        calls.last().answer().fail(new Failure(ErrorCode.UPSTREAM_RATE_LIMITED, "429", "E1", wait, null));

        assertThat(failure(first).retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(failure(first)).hasMessage("429");
        assertThat(failure(first).upstreamCode()).isEqualTo("E1");
        calls.pace.pass(Duration.ofSeconds(seconds));
        calls.interactive("back");
        assertThat(calls.names()).containsExactly("first", "back");
    }

    @Test
    void aLineWorksThatIsAnotherOneHasNeitherTheQuotaNorTheFailuresOfTheOneBefore() {
        Calls calls = new Calls(new Settings(10, 1000, 1000, 4));
        calls.interactive("one");
        calls.last().answer().fail(new Failure(ErrorCode.UPSTREAM_RATE_LIMITED, "429"));
        assertThat(failure(calls.interactive("refused")).code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);

        calls.reset(UpstreamReset.CONTENT);
        assertThat(failure(calls.interactive("refused")).code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);
        calls.reset(UpstreamReset.ALL);
        assertThat(calls.gauge("meishi.upstream.quota.left")).isEqualTo(10);
        failed(calls, 4, ErrorCode.UPSTREAM_TIMEOUT);
        assertThat(failure(calls.interactive("kept back")).code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
        calls.reset(UpstreamReset.ALL);

        UniAssertSubscriber<String> after = calls.interactive("after");
        calls.answerAll();
        after.assertItem("answer to after");
        assertThat(calls.gauge("meishi.upstream.quota.left")).isEqualTo(9);
    }

    @Test
    void aCallThatWasUnderWayAtAResetEndsWithoutATrace() {
        Calls calls = new Calls(Settings.ofCalls(2));
        calls.interactive("one");
        calls.reset(UpstreamReset.ALL);

        calls.last().answer().fail(new Failure(ErrorCode.UPSTREAM_RATE_LIMITED, "429"));

        assertThat(calls.gauge("meishi.upstream.quota.left")).isEqualTo(2);
    }

    @Test
    void whatAnAnswerSaysOfTheQuotaCounts() {
        Calls calls = new Calls(Settings.ofCalls(100));
        calls.interactive("one");
        calls.last().quota().accept(new RateLimitInfo(100, 0, Duration.ofSeconds(30)));
        calls.answerAll();

        assertThat(failure(calls.interactive("two")).retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatLineWorksFailedIsAskedForOnceMore() {
        Calls calls = new Calls(Settings.ofCalls(100));
        Ledger ledger = Calls.ledger(Urgency.INTERACTIVE, Duration.ofHours(1));
        UniAssertSubscriber<String> one = calls.ask("one", ledger);

        calls.last().answer().fail(down);
        calls.pace.pass(Duration.ofMillis(199));
        assertThat(calls.made).hasSize(1);
        calls.pace.pass(Duration.ofMillis(1));
        assertThat(calls.made).hasSize(2);
        calls.answerAll();

        one.assertItem("answer to one");
        assertThat(ledger.summary().calls()).isEqualTo(2);
        assertThat(calls.registry.get("meishi.upstream.retries").counter().count())
                .isEqualTo(1);
    }

    @Test
    void whatItFailedTwiceIsNotAskedForAgain() {
        Calls calls = new Calls(Settings.ofCalls(100));
        UniAssertSubscriber<String> one = calls.interactive("one");

        calls.last().answer().fail(down);
        calls.pace.pass(Duration.ofSeconds(1));
        calls.last().answer().fail(down);
        calls.pace.pass(Duration.ofSeconds(10));

        assertThat(failure(one)).isSameAs(down);
        assertThat(calls.made).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UPSTREAM_UNAVAILABLE")
    void nothingElseIsAskedForAgain(ErrorCode code) {
        Calls calls = new Calls(Settings.ofCalls(100));
        UniAssertSubscriber<String> one = calls.interactive("one");

        calls.last().answer().fail(new Failure(code, "failed"));
        calls.pace.pass(Duration.ofSeconds(10));

        assertThat(failure(one)).hasMessage("failed");
        assertThat(calls.made).hasSize(1);
    }

    @Test
    void nothingIsAskedForAgainWithoutTheTimeItTookAtFirst() {
        Calls calls = new Calls(Settings.ofCalls(100));
        UniAssertSubscriber<String> one = calls.ask("one", Calls.ledger(Urgency.INTERACTIVE, Duration.ofSeconds(10)));

        calls.pace.pass(Duration.ofSeconds(10));
        calls.last().answer().fail(down);
        calls.pace.pass(Duration.ofSeconds(10));

        assertThat(failure(one)).isSameAs(down);
        assertThat(calls.made).hasSize(1);
    }

    @Test
    void aRepetitionThatTheQuotaForbidsLeavesTheFirstFailure() {
        Calls calls = new Calls(Settings.ofCalls(1));
        UniAssertSubscriber<String> one = calls.interactive("one");

        calls.last().answer().fail(down);
        calls.pace.pass(Duration.ofSeconds(10));

        assertThat(failure(one)).isSameAs(down);
        assertThat(calls.made).hasSize(1);
    }

    @Test
    void whoGoesAwayIsNotAskedForAgain() {
        Calls calls = new Calls(Settings.ofCalls(100));
        UniAssertSubscriber<String> one = calls.interactive("one");

        calls.last().answer().fail(down);
        one.cancel();
        calls.pace.pass(Duration.ofSeconds(10));

        assertThat(calls.made).hasSize(1);
    }

    @Test
    void anOperationMakesNoMoreCallsThanItMayAndTakesNothingOfTheQuota() {
        Calls calls = new Calls(Settings.ofCalls(10));
        Ledger poor = Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, Duration.ofHours(1), 1, false));
        calls.ask("one", poor);

        assertThat(failure(calls.ask("two", poor)).code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        assertThat(calls.made).hasSize(1);
        assertThat(calls.gauge("meishi.upstream.quota.left")).isEqualTo(9);
    }

    @Test
    void callsAreKeptBackWhileLineWorksFailsAndGoAgainOnceItAnswers() {
        Calls calls = new Calls(new Settings(1000, 1000, 1000, 4));
        failed(calls, 3, ErrorCode.UPSTREAM_TIMEOUT);
        assertThat(calls.gauge("meishi.upstream.breaker.open")).isZero();
        failed(calls, 1, ErrorCode.UPSTREAM_TIMEOUT);
        assertThat(calls.gauge("meishi.upstream.breaker.open")).isEqualTo(1);

        Failure kept = failure(calls.interactive("kept back"));
        assertThat(kept.code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
        assertThat(kept.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(calls.made).hasSize(4);

        calls.pace.pass(Duration.ofSeconds(5));
        failed(calls, 1, ErrorCode.UPSTREAM_TIMEOUT);
        assertThat(failure(calls.interactive("kept back again")).retryAfter()).isEqualTo(Duration.ofSeconds(5));

        calls.pace.pass(Duration.ofSeconds(5));
        calls.interactive("gives up").cancel();
        UniAssertSubscriber<String> trial = calls.interactive("trial");
        assertThat(failure(calls.interactive("beside it")).code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
        calls.answerAll();
        trial.assertItem("answer to trial");
        calls.interactive("after it");
        assertThat(calls.names()).endsWith("trial", "after it");
        assertThat(calls.gauge("meishi.upstream.breaker.open")).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"UPSTREAM_UNAVAILABLE", "UPSTREAM_TIMEOUT", "UPSTREAM_RATE_LIMITED"})
    void whatLineWorksAnswersIsNoReasonToKeepCallsBack(ErrorCode code) {
        Calls calls = new Calls(new Settings(1000, 1000, 1000, 4));
        failed(calls, 10, code);

        calls.interactive("next").assertNotTerminated();
    }

    @Test
    void thoseWhoWaitAreToldWhenCallsAreKeptBack() {
        Calls calls = new Calls(new Settings(1000, 1, 1000, 1));
        calls.interactive("one");
        UniAssertSubscriber<String> waiting = calls.interactive("waiting");

        calls.last().answer().fail(new Failure(ErrorCode.UPSTREAM_TIMEOUT, "late"));

        assertThat(failure(waiting).code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
    }

    private static void failed(Calls calls, int times, ErrorCode code) {
        for (int i = 0; i < times; i++) {
            calls.interactive("failed");
            calls.last().answer().fail(new Failure(code, "failed"));
        }
    }

    private static Failure failure(UniAssertSubscriber<?> answer) {
        return (Failure) answer.assertFailed().getFailure();
    }
}
