package dev.meishi.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Weights;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever uses up what there is, others who want their share have it: classes of callers, clients of a class, and people beside background work. */
class FairnessTest {

    private static final int LIMIT = 56;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Weights TWO = new Weights(Map.of("default", 1, "office", 1));
    private static final Weights THREE = new Weights(Map.of("default", 1, "office", 2, "shop", 1));

    @Test
    void aClassThatIsAloneHasAllButWhatOthersNeedToBeginWith() {
        Calls calls = new Calls(Settings.ofCalls(LIMIT), TWO);

        assertThat(go(calls, "default", 1, LIMIT)).as("56 less an eighth of 28").isEqualTo(53);
        assertThat(go(calls, "office", 2, 3)).isEqualTo(3);
        assertThat(go(calls, "office", 2, 1)).isZero();
    }

    @Test
    void theOnlyClassThereIsHasAllAsLongAsItComesFromOneAddress() {
        Calls calls = new Calls(Settings.ofCalls(LIMIT));

        assertThat(go(calls, "default", 1, LIMIT)).isEqualTo(LIMIT);
    }

    @Test
    void aClassThatOthersHaveBorrowedFromHasItsShareWithinAMinute() {
        Calls calls = new Calls(Settings.ofCalls(LIMIT), TWO);
        for (int second = 0; second < 60; second++) {
            go(calls, "default", 1, 5);
            calls.pace.pass(SECOND);
        }
        int office = 0;
        for (int second = 0; second < 60; second++) {
            office += go(calls, "office", 2, 5);
            go(calls, "default", 1, 5);
            calls.pace.pass(SECOND);
        }

        assertThat(office).isGreaterThanOrEqualTo(LIMIT / 2);
    }

    @Test
    void ofTwoClassesThatWantMoreThanThereIsTheHeavierOneHasMore() {
        Calls calls = new Calls(Settings.ofCalls(60), new Weights(Map.of("default", 1, "office", 2)));
        int[] had = new int[2];
        for (int second = 0; second < 360; second++) {
            int first = go(calls, "default", 1, 3);
            int other = go(calls, "office", 2, 3);
            if (second >= 120) {
                had[0] += first;
                had[1] += other;
            }
            calls.pace.pass(SECOND);
        }

        assertThat(had[0] / 4.0).isBetween(18.0, 22.0);
        assertThat(had[1] / 4.0).isBetween(37.0, 42.0);
    }

    @Test
    void aClientThatTakesAllLeavesOthersOfItsClassSomethingToBeginWithOnceThereWereOthers() {
        Calls calls = new Calls(Settings.ofCalls(LIMIT));
        go(calls, "default", 2, 1);
        calls.pace.pass(Duration.ofMinutes(2));

        int typist = go(calls, "default", 1, LIMIT);

        assertThat(typist).as("56 less an eighth").isEqualTo(49);
        assertThat(go(calls, "default", 2, 4)).isEqualTo(4);
        assertThat(go(calls, "default", 3, 3)).isEqualTo(3);
    }

    @Test
    void clientsOfAClassThatAllWantMoreThanThereIsHaveTheSame() {
        Calls calls = new Calls(Settings.ofCalls(60));
        int[] had = new int[4];
        for (int second = 0; second < 300; second++) {
            for (int client = 0; client < had.length; client++) {
                int calling = go(calls, "default", client, client == 0 ? 20 : 1);
                had[client] += second >= 120 ? calling : 0;
            }
            calls.pace.pass(SECOND);
        }

        assertThat(Arrays.stream(had).asDoubleStream().map(of -> of / 3).toArray())
                .satisfies(
                        each -> assertThat(Arrays.stream(each).min().orElse(0)).isGreaterThan(9))
                .satisfies(
                        each -> assertThat(Arrays.stream(each).max().orElse(0)).isLessThan(22))
                .satisfies(each -> assertThat(Arrays.stream(each).sum()).isGreaterThan(52));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void asManyCallsGoAsThereIsSaidToBeRoomForAndNoMore(long seed) {
        Random random = new Random(seed);
        Calls calls = new Calls(Settings.ofCalls(LIMIT), THREE);
        List<String> classes = List.of("default", "office", "shop");
        for (int step = 0; step < 200; step++) {
            String callers = classes.get(random.nextInt(classes.size()));
            int client = random.nextInt(3);
            int room = calls.room(callers, client);
            int wanted = random.nextInt(12);

            assertThat(go(calls, callers, client, wanted)).isEqualTo(Math.min(wanted, room));
            calls.pace.pass(Duration.ofMillis(random.nextInt(3_000)));
        }
    }

    @Test
    void aClassThatAsksForWhatThereIsNotBorrowsNothing() {
        Calls calls = new Calls(Settings.ofCalls(LIMIT), TWO);
        int guesses = 0;
        for (int i = 0; i < LIMIT; i++) {
            guesses += miss(calls, "default", 1);
        }

        assertThat(guesses).isEqualTo(LIMIT / 2);
        assertThat(go(calls, "office", 2, LIMIT)).isEqualTo(LIMIT / 2);
    }

    @Test
    void aClientThatAsksForWhatThereIsNotHasLessThanOthers() {
        Calls calls = new Calls(Settings.ofCalls(LIMIT));
        go(calls, "default", 2, 1);
        int guesses = 0;
        for (int i = 0; i < LIMIT; i++) {
            guesses += miss(calls, "default", 1);
        }

        assertThat(guesses).as("until it was noticed").isEqualTo(11);
        assertThat(go(calls, "default", 2, 30)).isEqualTo(30);
        calls.pace.pass(Duration.ofSeconds(61));
        for (int i = 0; i < LIMIT; i++) {
            guesses += miss(calls, "default", 1);
        }
        assertThat(guesses - 11).as("a quarter of its share").isLessThanOrEqualTo(LIMIT / 2 / 4);
    }

    @Test
    void anyNumberOfWaitingRenewalsRefusesNoPerson() {
        Calls calls = new Calls(new Settings(1000, 2, 100, 100));
        calls.interactive("one");
        calls.interactive("two");
        List<UniAssertSubscriber<String>> renewals = IntStream.range(0, 150)
                .mapToObj(i -> calls.background("renewal"))
                .toList();

        UniAssertSubscriber<String> person = calls.interactive("person");

        person.assertNotTerminated();
        assertThat(renewals.stream().filter(renewal -> renewal.getFailure() != null))
                .as("there is room for 100")
                .hasSize(50);
        calls.answerAll();
        assertThat(calls.names()).startsWith("one", "two", "person");
    }

    @Test
    void renewalsLeaveHalfOfWhatMayBeUnderWayToPeople() {
        Calls calls = new Calls(new Settings(1000, 10, 100, 100));
        for (int i = 0; i < 20; i++) {
            calls.background("renewal");
        }
        assertThat(calls.made).hasSize(5);

        calls.interactive("person");

        assertThat(calls.last().name()).isEqualTo("person");
    }

    @Test
    void renewalsTakeNothingThatAClassWasRefused() {
        Calls calls = new Calls(Settings.ofCalls(LIMIT), TWO);
        go(calls, "default", 1, LIMIT);
        go(calls, "office", 2, LIMIT);
        for (int i = 0; i < 20; i++) {
            calls.background("renewal");
        }

        calls.pace.pass(Duration.ofSeconds(60));

        assertThat(go(calls, "office", 2, 28)).isEqualTo(28);
    }

    @Test
    void aClientThatFillsTheQueueMakesRoomForAnother() {
        Calls calls = new Calls(new Settings(1000, 1, 10, 100));
        calls.interactive("one");
        List<UniAssertSubscriber<String>> many = IntStream.range(0, 10)
                .mapToObj(i -> calls.of("default", 1, "many"))
                .toList();

        UniAssertSubscriber<String> other = calls.of("default", 2, "other");

        other.assertNotTerminated();
        assertThat(failure(many.get(9)).code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);
        assertThat(failure(calls.of("default", 1, "many")).code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);
    }

    @Test
    void ofThoseWhoWaitWhoHadLeastGoesFirst() {
        Calls calls = new Calls(new Settings(1000, 1, 10, 100), TWO);
        calls.of("default", 1, "default");
        calls.of("default", 1, "default again");
        calls.of("default", 1, "and again");
        calls.of("default", 2, "another client");
        calls.of("office", 3, "office");

        for (int i = 0; i < 4; i++) {
            calls.last().answer().complete("done");
        }

        assertThat(calls.names()).containsExactly("default", "office", "another client", "default again", "and again");
    }

    @Test
    void whoGivesUpWaitingIsNotWaitedFor() {
        Calls calls = new Calls(new Settings(1000, 1, 1, 100));
        calls.interactive("one");
        UniAssertSubscriber<String> stale = calls.interactive("stale search");
        assertThat(failure(calls.interactive("no room")).code()).isEqualTo(ErrorCode.UPSTREAM_RATE_LIMITED);

        stale.cancel();

        calls.interactive("next search").assertNotTerminated();
    }

    /** A minute never holds more than the quota, nobody who wants his share is without it for long, and the first call of who was away goes at once. */
    @ParameterizedTest
    @ValueSource(ints = {8, 20, 56, 228})
    void whateverCallersDoTheQuotaHoldsAndEachHasHisShare(int limit) {
        for (int seed = 0; seed < 5; seed++) {
            new Run(limit, seed).check();
        }
    }

    /** Three classes, of which one always wants more than it may have, and the others what they like. */
    private static final class Run {

        private final Calls calls;
        private final int limit;
        private final Random random;
        private final List<Integer> all = new ArrayList<>();
        private final List<Integer> greedy = new ArrayList<>();

        Run(int limit, int seed) {
            this.limit = limit;
            random = new Random(seed);
            calls = new Calls(Settings.ofCalls(limit), THREE);
        }

        void check() {
            double[] appetite = {limit, 0, 0};
            boolean[] wasAway = {false, true, true};
            int[] awaySince = {0, -63, -63};
            List<String> names = List.of("office", "default", "shop");
            for (int second = 0; second < 600; second++) {
                for (int claimant = 0; claimant < names.size(); claimant++) {
                    if (claimant > 0 && random.nextInt(40) == 0) {
                        appetite[claimant] = random.nextBoolean() ? 0 : random.nextDouble() * limit / 10;
                        awaySince[claimant] = second;
                    }
                    int wanted = (int) (appetite[claimant] + random.nextDouble());
                    int went = go(calls, names.get(claimant), claimant, wanted);
                    wasAway[claimant] = appetite[claimant] == 0 && second - awaySince[claimant] > 62;
                    for (int i = 0; i < went; i++) {
                        all.add(second);
                        if (claimant == 0) {
                            greedy.add(second);
                        }
                    }
                    if (wanted > 0 && wasAway[claimant] && limit / 4 > 1) {
                        assertThat(went)
                                .as("first call of %s", names.get(claimant))
                                .isPositive();
                    }
                }
                if (second >= 120) {
                    assertThat(inLastMinute(greedy, second)).isGreaterThanOrEqualTo(limit / 2 - 1);
                }
                assertThat(inLastMinute(all, second)).isLessThanOrEqualTo(limit);
                boolean isAlone = appetite[1] + appetite[2] == 0 && second - Math.max(awaySince[1], awaySince[2]) > 123;
                if (isAlone) {
                    assertThat(inLastMinute(all, second))
                            .as("no more unused than is left to begin with")
                            .isGreaterThanOrEqualTo(limit - 2 * Math.max(1, limit / 4 / 8));
                }
                calls.pace.pass(SECOND);
            }
        }

        private static int inLastMinute(List<Integer> times, int second) {
            return (int) times.stream().filter(time -> time > second - 60).count();
        }
    }

    /** Makes so many calls, which are answered at once, until three are refused; how many of them went. */
    private static int go(Calls calls, String callers, int client, int count) {
        int went = 0;
        for (int i = 0; i < count && i < went + 3; i++) {
            int before = calls.made.size();
            UniAssertSubscriber<String> call = calls.of(callers, client, callers);
            if (calls.made.size() > before) {
                calls.last().answer().complete("found");
                went++;
            } else {
                call.cancel();
            }
        }
        return went;
    }

    private static int miss(Calls calls, String callers, int client) {
        int before = calls.made.size();
        UniAssertSubscriber<String> call = calls.of(callers, client, callers);
        if (calls.made.size() == before) {
            call.cancel();
            return 0;
        }
        calls.last().answer().fail(new Failure(ErrorCode.NOT_FOUND, "none"));
        return 1;
    }

    private static Failure failure(UniAssertSubscriber<String> call) {
        return (Failure) call.assertFailed().getFailure();
    }
}
