package dev.meishi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.local.LocalAddress;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a connection is, and how many there may be. */
class ConnectionBudgetTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8::1, 2001:db8::ffff:1, true",
        "2001:db8::1, 2001:db8:0:1::1, false",
        "192.0.2.1, ::ffff:192.0.2.1, true",
        "192.0.2.1, 2001:db8::1, false",
    })
    void oneHostIsOneAddress(String one, String other, boolean isSame) throws UnknownHostException {
        assertThat(address(one).equals(address(other))).isEqualTo(isSame);
    }

    @Test
    void whatComesOverNoNetworkIsLocal() {
        assertThat(ConnectionBudget.address(new LocalAddress("a")))
                .isEqualTo(ConnectionBudget.address(null))
                .isEqualTo("local");
    }

    @Test
    void aConfigurationSaysHowManyThereMayBe() {
        ConnectionLimits limits = ConnectionLimits.from(config(
                "quarkus.http.http2", "false",
                "quarkus.http.limits.max-connections", "7",
                "quarkus.http.limits.max-initial-line-length", "5000",
                "meishi.http.connections-per-address", "3"));

        assertThat(limits.maxConnections()).isEqualTo(7);
        assertThat(limits.maxOfAnAddress()).isEqualTo(3);
        assertThat(limits.headTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.head().getMaxInitialLineLength()).isEqualTo(5_000);
        assertThat(limits.head().getMaxHeaderSize()).isEqualTo(20_480);
        assertThat(ConnectionLimits.from(config("quarkus.http.http2", "false")).maxOfAnAddress())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void http2IsNotToBeConfigured() {
        for (SmallRyeConfig config : new SmallRyeConfig[] {config(), config("quarkus.http.http2", "true")}) {
            assertThatThrownBy(() -> ConnectionLimits.from(config))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("quarkus.http.http2 must be false");
        }
    }

    private static Object address(String text) throws UnknownHostException {
        return ConnectionBudget.address(new InetSocketAddress(InetAddress.getByName(text), 1));
    }

    private static SmallRyeConfig config(String... values) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(ConnectionsConfig.class);
        builder.addDiscoveredConverters();
        for (int i = 0; i < values.length; i += 2) {
            builder.withDefaultValue(values[i], values[i + 1]);
        }
        return builder.build();
    }
}
