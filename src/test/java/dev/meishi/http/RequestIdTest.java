package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link RequestId}: which ids are a caller's own. */
class RequestIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "0f8fad5b-d9cb-469f-a165-70867728950e",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "Root=1-67891233-abcdef012345678912345678",
                "job/7:2026-11-28+x@host_1.2",
                "1234567890123456789012345678901234567890123456789012345678901234"
            })
    void anIdThatCanStandInALogLineIsTaken(String sent) {
        assertThat(RequestId.of(sent)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " a",
                "a b",
                "a\tb",
                "a\nERROR",
                "名刺",
                "é",
                "${jndi:ldap}",
                "a\"b",
                "<a>",
                "a,b",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void anyOtherIsReplaced(String sent) {
        assertThat(RequestId.of(sent)).matches("[0-9a-f]{16}");
    }

    @Test
    void whoSendsNoneGetsOneOfItsOwn() {
        assertThat(RequestId.of(null)).matches("[0-9a-f]{16}").isNotEqualTo(RequestId.of(null));
    }
}
