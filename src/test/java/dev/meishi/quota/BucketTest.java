package dev.meishi.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.ledger.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever LINE WORKS's minutes are and whenever it counts a call, none ever holds more calls than it allows. */
class BucketTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private record End(long at, Bucket.Taken call) {}

    /** Calls of one run as LINE WORKS counted them. */
    private record Counted(List<Long> all, List<Long> background) {}

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "7, 1", "60, 1", "60, 0.95", "240, 0.95", "240, 0.5"})
    void noMinuteOfAnyAlignmentHoldsMoreThanTheLimit(int limit, double share) {
        int budget = Math.max(1, (int) (limit * share));
        for (int seed = 0; seed < 40; seed++) {
            Counted counted = run(limit, share, new Random(seed));

            assertThat(most(counted.all())).as("seed %d", seed).isBetween(1, budget);
            assertThat(most(counted.background())).as("seed %d", seed).isLessThanOrEqualTo(Math.max(1, budget / 2));
        }
    }

    @Test
    void allThatIsAllowedIsUsed() {
        Counted counted = run(60, 1, new Random(1));

        assertThat(most(counted.all())).isEqualTo(60);
        assertThat(most(counted.background())).isEqualTo(30);
    }

    /** Calls as often as the bucket lets go, of any length, counted at any time between start and end or margin. */
    private static Counted run(int limit, double share, Random random) {
        Bucket bucket = new Bucket(limit, 1000, share, MARGIN);
        Counted counted = new Counted(new ArrayList<>(), new ArrayList<>());
        PriorityQueue<End> ends = new PriorityQueue<>((a, b) -> Long.compare(a.at(), b.at()));
        long longest = random.nextBoolean() ? 30 * SECOND : SECOND / 5;
        long now = 0;
        while (now < 6 * MINUTE) {
            now += (long) (random.nextDouble() * random.nextDouble() * MINUTE / limit);
            for (End end = ends.peek(); end != null && end.at() <= now; end = ends.peek()) {
                ends.remove();
                bucket.end(end.call(), end.at());
            }
            Urgency urgency = random.nextBoolean() ? Urgency.INTERACTIVE : Urgency.BACKGROUND;
            if (bucket.next(urgency, 0, 0, now) > now) {
                continue;
            }
            Bucket.Taken call = bucket.take(urgency);
            if (random.nextInt(20) == 0) {
                bucket.withdraw(call);
                continue;
            }
            long end = now + (long) (random.nextDouble() * longest);
            ends.add(new End(end, call));
            boolean isGivenUp = random.nextInt(10) == 0;
            long latest = isGivenUp ? end + MARGIN.toNanos() - 1 : end;
            long counts = random.nextInt(3) == 0 ? latest : now + (long) (random.nextDouble() * (latest - now));
            counted.all().add(counts);
            if (urgency == Urgency.BACKGROUND) {
                counted.background().add(counts);
            }
        }
        return counted;
    }

    private static int most(List<Long> times) {
        Collections.sort(times);
        int most = 0;
        for (int first = 0, next = 0; first < times.size(); first++) {
            while (next < times.size() && times.get(next) < times.get(first) + MINUTE) {
                next++;
            }
            most = Math.max(most, next - first);
        }
        return most;
    }

    @Test
    void aCallUnderWayCountsUntilAMinuteAfterItsEnd() {
        Bucket bucket = new Bucket(1, 1000, 1, Duration.ZERO);
        Bucket.Taken call = bucket.take(Urgency.INTERACTIVE);

        assertThat(bucket.next(Urgency.INTERACTIVE, 0, 0, 90 * SECOND)).isGreaterThan(90 * SECOND);
        bucket.end(call, 100 * SECOND);

        assertThat(bucket.next(Urgency.INTERACTIVE, 0, 0, 159 * SECOND)).isEqualTo(160 * SECOND);
        assertThat(bucket.next(Urgency.INTERACTIVE, 0, 0, 160 * SECOND)).isEqualTo(160 * SECOND);
    }

    @Test
    void whatIsRemainingBoundsWhatGoesUntilTheReset() {
        Bucket bucket = new Bucket(100, 1000, 1, Duration.ZERO);
        done(bucket, told(100, 2, 10), 0);

        assertThat(bucket.left(0)).isEqualTo(2);
        bucket.take(Urgency.INTERACTIVE);
        assertThat(bucket.left(0)).isEqualTo(1);
        bucket.take(Urgency.INTERACTIVE);
        assertThat(bucket.next(Urgency.INTERACTIVE, 0, 0, SECOND)).isEqualTo(10 * SECOND);
        assertThat(bucket.left(10 * SECOND)).isEqualTo(97);
    }

    @Test
    void callsUnderWayAreTakenOffWhatIsRemaining() {
        Bucket bucket = new Bucket(100, 1000, 1, Duration.ZERO);
        bucket.take(Urgency.INTERACTIVE);
        Bucket.Taken asked = bucket.take(Urgency.INTERACTIVE);
        bucket.take(Urgency.INTERACTIVE);

        bucket.told(asked, told(100, 10, 10), 0);

        assertThat(bucket.left(0)).isEqualTo(8);
    }

    @Test
    void ofOneMinuteSAnswersTheLeastCountsWhateverTheirOrder() {
        Bucket bucket = new Bucket(100, 1000, 1, Duration.ZERO);
        Bucket.Taken older = bucket.take(Urgency.INTERACTIVE);
        Bucket.Taken newer = bucket.take(Urgency.INTERACTIVE);

        bucket.told(newer, told(100, 5, 10), 0);
        assertThat(bucket.left(0)).isEqualTo(4);
        bucket.told(older, told(100, 6, 10), 0);
        assertThat(bucket.left(0)).isEqualTo(5);
        bucket.end(older, SECOND);
        bucket.end(newer, SECOND);

        assertThat(bucket.left(SECOND)).isEqualTo(5);
    }

    @Test
    void aCallThatEndedWithoutAWordIsTakenOffUntilTheReset() {
        Bucket bucket = new Bucket(100, 1000, 1, Duration.ZERO);
        done(bucket, told(100, 5, 10), 0);
        bucket.end(bucket.take(Urgency.INTERACTIVE), 0);

        assertThat(bucket.left(0)).isEqualTo(4);
        done(bucket, told(100, 99, 60), 11 * SECOND);
        assertThat(bucket.left(11 * SECOND)).isEqualTo(97);
    }

    @Test
    void anAnswerOfTheMinuteBeforeSaysNothingOfThisOne() {
        Bucket bucket = new Bucket(100, 1000, 1, Duration.ZERO);
        Bucket.Taken late = bucket.take(Urgency.INTERACTIVE);
        done(bucket, told(100, 90, 60), 10 * SECOND);

        bucket.told(late, told(100, 0, 1), 11 * SECOND);

        assertThat(bucket.left(11 * SECOND)).isEqualTo(90);
    }

    @Test
    void theShareOfOthersIsLeftOfWhatIsRemainingToo() {
        Bucket bucket = new Bucket(100, 1000, 0.9, Duration.ZERO);
        done(bucket, told(100, 30, 10), 0);

        assertThat(bucket.left(0)).isEqualTo(20);
    }

    @Test
    void theLimitThatLineWorksNamesReplacesTheConfiguredOne() {
        Bucket bucket = new Bucket(60, 1000, 1, Duration.ZERO);
        assertThat(bucket.left(0)).isEqualTo(60);

        done(bucket, told(240, null, null), 0);
        assertThat(bucket.left(0)).isEqualTo(239);

        done(bucket, told(0, null, null), 0);
        assertThat(bucket.left(0)).isEqualTo(238);
    }

    @ParameterizedTest
    @CsvSource({"2147483647, 1000", "1001, 1000", "1000, 1000", "999, 999"})
    void aLimitBeyondAllReasonIsNotBelieved(int named, int believed) {
        Bucket bucket = new Bucket(60, 1000, 1, Duration.ZERO);

        done(bucket, told(named, null, null), 0);

        assertThat(bucket.left(0)).isEqualTo(believed - 1);
    }

    @Test
    void aConfiguredLimitIsBelievedHoweverHigh() {
        Bucket bucket = new Bucket(5000, 1000, 1, Duration.ZERO);

        done(bucket, told(Integer.MAX_VALUE, null, null), 0);

        assertThat(bucket.left(0)).isEqualTo(4999);
    }

    @Test
    void whatIsToldOfACallAfterItsEndIsCountedOnce() {
        Bucket bucket = new Bucket(100, 1000, 1, Duration.ZERO);
        done(bucket, told(100, 50, 60), 0);
        Bucket.Taken givenUp = bucket.take(Urgency.INTERACTIVE);
        bucket.end(givenUp, SECOND);
        assertThat(bucket.left(SECOND)).isEqualTo(49);

        bucket.told(givenUp, told(100, 49, 59), SECOND);

        assertThat(bucket.left(SECOND)).isEqualTo(49);
        bucket.take(Urgency.INTERACTIVE);
        assertThat(bucket.left(SECOND)).isEqualTo(48);
    }

    @Test
    void aStopLastsUntilTheResetAndAMinuteAtMost() {
        Bucket bucket = new Bucket(60, 1000, 1, Duration.ZERO);

        bucket.stop(Duration.ofSeconds(17), 0);
        assertThat(bucket.next(Urgency.INTERACTIVE, 0, 0, 0)).isEqualTo(17 * SECOND);
        assertThat(bucket.left(16 * SECOND)).isZero();
        assertThat(bucket.left(17 * SECOND)).isEqualTo(60);

        bucket.stop(null, 20 * SECOND);
        assertThat(bucket.next(Urgency.INTERACTIVE, 0, 0, 20 * SECOND)).isEqualTo(80 * SECOND);
        bucket.stop(Duration.ofHours(1), 80 * SECOND);
        assertThat(bucket.next(Urgency.INTERACTIVE, 0, 0, 80 * SECOND)).isEqualTo(140 * SECOND);
    }

    @Test
    void thoseAheadTakeThePlacesThatComeFreeFirst() {
        Bucket bucket = new Bucket(3, 1000, 1, Duration.ZERO);
        for (int i = 1; i <= 3; i++) {
            bucket.end(bucket.take(Urgency.INTERACTIVE), i * SECOND);
        }

        assertThat(bucket.next(Urgency.INTERACTIVE, 0, 0, 5 * SECOND)).isEqualTo(61 * SECOND);
        assertThat(bucket.next(Urgency.INTERACTIVE, 2, 0, 5 * SECOND)).isEqualTo(63 * SECOND);
        assertThat(bucket.next(Urgency.INTERACTIVE, 3, 0, 5 * SECOND)).isEqualTo(65 * SECOND);
    }

    private static RateLimitInfo told(@Nullable Integer limit, @Nullable Integer remaining, @Nullable Integer reset) {
        return new RateLimitInfo(limit, remaining, reset == null ? null : Duration.ofSeconds(reset));
    }

    private static void done(Bucket bucket, RateLimitInfo allowance, long now) {
        Bucket.Taken call = bucket.take(Urgency.INTERACTIVE);
        bucket.told(call, allowance, now);
        bucket.end(call, now);
    }
}
