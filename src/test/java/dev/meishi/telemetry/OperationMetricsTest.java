package dev.meishi.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.CodedError;
import graphql.GraphQLError;
import graphql.language.OperationDefinition;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link OperationMetrics}: who names operations as he likes makes no series without end. */
class OperationMetricsTest {

    private static final int KNOWN = 10;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OperationMetrics metrics = new OperationMetrics(
            registry,
            () -> KNOWN,
            new Credentials(new SmallRyeConfigBuilder()
                    .withDefaultValue("meishi.callers.office.token", "office_token_1")
                    .build()));

    @Test
    void theFirstNamesAreToldApart() {
        ended("Names");
        ended("Names");
        ended("Others");

        assertThat(count("Names", Outcome.SUCCESS)).isEqualTo(2);
        assertThat(count("Others", Outcome.SUCCESS)).isEqualTo(1);
    }

    @Test
    void aHundredThousandNamesHaveNoMoreSeriesThanThereMayBe() {
        for (int i = 0; i < 2 * KNOWN; i++) {
            ended("Name" + i);
        }
        int before = registry.getMeters().size();

        for (int i = 2 * KNOWN; i < 100_000; i++) {
            ended("Name" + i);
        }

        assertThat(registry.getMeters()).hasSize(before);
        assertThat(registry.find(OperationTimers.NAME).timers()).hasSize(KNOWN + 1);
        assertThat(count(OperationMetrics.OTHER, Outcome.SUCCESS)).isEqualTo(100_000 - KNOWN);
        assertThat(count("Name0", Outcome.SUCCESS)).isEqualTo(1);
    }

    @Test
    void namesOfTrustedDocumentsAreKnownHoweverManyOthersThereWere() {
        for (int i = 0; i < 2 * KNOWN; i++) {
            ended("Name" + i);
        }
        metrics.trust(Set.of("Trusted"));

        ended("Trusted");

        assertThat(count("Trusted", Outcome.SUCCESS)).isEqualTo(1);
    }

    @Test
    void trustedNamesTakeNoOthersPlace() {
        metrics.trust(Set.of("Trusted"));
        ended("Trusted");
        for (int i = 0; i < KNOWN; i++) {
            ended("Name" + i);
        }

        assertThat(registry.find(OperationTimers.NAME)
                        .tag(LABEL, OperationMetrics.OTHER)
                        .timers())
                .isEmpty();
    }

    @Test
    void aNameThatIsTrustedNoMoreHasNoSeriesAnyMore() {
        metrics.trust(Set.of("Before", "Always"));
        ended("Before");
        ended("Always");

        metrics.trust(Set.of("Always", "Later"));
        ended("Always");

        assertThat(registry.find(OperationTimers.NAME).tag(LABEL, "Before").timers())
                .isEmpty();
        assertThat(count("Always", Outcome.SUCCESS)).isEqualTo(2);
    }

    @Test
    void aNameThatWasSeenBeforeItWasTrustedKeepsItsSeries() {
        ended("Both");
        metrics.trust(Set.of("Both"));
        ended("Both");
        metrics.trust(Set.of());
        ended("Both");

        assertThat(count("Both", Outcome.SUCCESS)).isEqualTo(3);
    }

    @Test
    void aNameThatIsTooLongIsOneOfTheOthers() {
        ended("N".repeat(101));
        ended("N".repeat(100));

        assertThat(count(OperationMetrics.OTHER, Outcome.SUCCESS)).isEqualTo(1);
        assertThat(count("N".repeat(100), Outcome.SUCCESS)).isEqualTo(1);
    }

    @Test
    void aNameWithACredentialIsOneOfTheOthers() {
        ended("office_token_1");

        assertThat(count(OperationMetrics.OTHER, Outcome.SUCCESS)).isEqualTo(1);
    }

    @Test
    void operationsWithoutANameAndRequestsWithoutAnOperationHaveAnEmptyOne() {
        ended(null);
        metrics.ended(null, Outcome.REFUSED, 1);

        assertThat(count("", Outcome.SUCCESS)).isEqualTo(1);
        assertThat(registry.get(OperationTimers.NAME)
                        .tags(LABEL, "", "graphql.operation.type", "", "outcome", "refused")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void outcomesAndDurationsAreRecorded() {
        metrics.ended(operation("Names"), Outcome.PARTIAL, TimeUnit.MILLISECONDS.toNanos(30));

        Timer timer = timer("Names", Outcome.PARTIAL);
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(30);
        assertThat(timer.takeSnapshot().histogramCounts())
                .hasSize(14)
                .filteredOn(bucket -> bucket.count() == 1)
                .hasSize(9);
    }

    @Test
    void aCodeCountsOnceAnOperation() {
        GraphQLError late = error(ErrorCode.UPSTREAM_TIMEOUT);

        metrics.failed(OperationMetrics.codes(List.of(late, late, error(ErrorCode.NOT_FOUND))));

        assertThat(failed(ErrorCode.UPSTREAM_TIMEOUT)).isEqualTo(1);
        assertThat(failed(ErrorCode.NOT_FOUND)).isEqualTo(1);
        assertThat(failed(ErrorCode.INTERNAL)).isZero();
    }

    private static final String LABEL = "graphql.operation.name";

    private void ended(@Nullable String name) {
        metrics.ended(operation(name), Outcome.SUCCESS, 1);
    }

    private static OperationDefinition operation(@Nullable String name) {
        OperationDefinition.Builder operation =
                OperationDefinition.newOperationDefinition().operation(OperationDefinition.Operation.QUERY);
        return (name == null ? operation : operation.name(name)).build();
    }

    private Timer timer(String name, Outcome outcome) {
        return registry.get(OperationTimers.NAME)
                .tags(LABEL, name, "graphql.operation.type", "query", "outcome", outcome.label())
                .timer();
    }

    private long count(String name, Outcome outcome) {
        return timer(name, outcome).count();
    }

    private double failed(ErrorCode code) {
        return registry.get("meishi.operation.errors")
                .tag("error.type", code.name())
                .counter()
                .count();
    }

    private static GraphQLError error(ErrorCode code) {
        return CodedError.of(code, "message", List.of(), Map.of());
    }
}
