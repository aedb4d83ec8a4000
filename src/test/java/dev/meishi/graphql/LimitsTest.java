package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link Limits}: what is over one is refused by name and number, unless it is only measured. */
class LimitsTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UPSTREAM_CALLS")
    void whatIsOverALimitIsRefusedAndWhatIsAtItPasses(Limit limit) {
        Limits limits = new Limits(Settings.limits());
        int allowed = limits.allowed(limit);

        assertThat(allowed).isPositive();
        assertThatCode(() -> limits.check(limit, allowed)).doesNotThrowAnyException();
        RequestRefused refused = refusal(limits, limit, allowed + 1L);
        assertThat(refused.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions())
                        .isEqualTo(Map.of(
                                "code",
                                "LIMIT_EXCEEDED",
                                "retryable",
                                false,
                                "limit",
                                limit.key(),
                                "found",
                                allowed + 1L,
                                "allowed",
                                allowed)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UPSTREAM_CALLS")
    void eachLimitIsSetUnderItsKey(Limit limit) {
        String key = limit.setting().replace("meishi.limits.", "");

        assertThat(new Limits(Settings.limits(Map.of(key, "7"))).allowed(limit)).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOnlyMeasuredIsNeverRefused(Limit limit) {
        Limits limits = new Limits(Settings.limits(Map.of("measure-only", limit.key())));

        assertThat(limits.isEnforced(limit)).isFalse();
        assertThatCode(() -> limits.check(limit, Long.MAX_VALUE)).doesNotThrowAnyException();
        for (Limit other : Limit.values()) {
            if (other != limit) {
                assertThat(limits.isEnforced(other)).isTrue();
                assertThat(refusal(limits, other, Integer.MAX_VALUE)).isNotNull();
            }
        }
    }

    @Test
    void allOfThemCanBeOnlyMeasured() {
        String all = Arrays.stream(Limit.values()).map(Limit::key).collect(Collectors.joining(","));
        Limits limits = new Limits(Settings.limits(Map.of("measure-only", all)));

        assertThat(Limit.values()).noneMatch(limits::isEnforced);
    }

    @Test
    void theMessageNamesTheLimitWhatWasFoundWhatIsAllowedAndTheKey() {
        Limits limits = new Limits(Settings.limits(Map.of("root-fields", "1200")));

        assertThat(refusal(limits, Limit.ROOT_FIELDS, 1_234_567))
                .hasMessage("The request has 1,234,567 root fields; the maximum is 1,200 (meishi.limits.root-fields).");
    }

    @Test
    void theMessageIsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(refusal(new Limits(Settings.limits()), Limit.COST, 1_234_567))
                    .hasMessageStartingWith("The request has 1,234,567 objects");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void nothingIsMeasuredOnlyByDefault() {
        Limits limits = new Limits(Settings.limits());

        assertThat(Limit.values()).allMatch(limits::isEnforced);
    }

    private static RequestRefused refusal(Limits limits, Limit limit, long found) {
        return catchThrowableOfType(RequestRefused.class, () -> limits.check(limit, found));
    }
}
