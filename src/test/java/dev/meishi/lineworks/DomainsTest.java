package dev.meishi.lineworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Domains}: the gateway serves its own domain and those it is told of, and no other. */
class DomainsTest {

    private final Domains domains = Installation.domains("1", "2,3");

    @Test
    void theGatewaySOwnDomainIsMeantWhereNoneIsNamed() {
        assertThat(domains.own()).isEqualTo("1");
        assertThat(domains.named(null)).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void aConfiguredDomainIsServed(String domainId) {
        assertThat(domains.has(domainId)).isTrue();
        assertThat(domains.named(domainId)).isEqualTo(domainId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "", " ", "01", "1/../2", "2,3"})
    void anyOtherDomainIsRefusedWithoutBeingRepeated(String domainId) {
        Failure failure = catchThrowableOfType(Failure.class, () -> domains.named(domainId));

        assertThat(domains.has(domainId)).isFalse();
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        assertThat(failure)
                .hasMessage(
                        "The gateway does not serve the requested domain; leave domainId out to use its default domain.");
    }

    @Test
    void withoutFurtherDomainsOnlyItsOwnIsServed() {
        Domains alone = Installation.domains("1", "");

        assertThat(alone.has("1")).isTrue();
        assertThat(alone.has("2")).isFalse();
    }
}
