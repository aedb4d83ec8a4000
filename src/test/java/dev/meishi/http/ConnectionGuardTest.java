package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.http.ConnectionGuard.GuardedEpoll;
import dev.meishi.http.ConnectionGuard.GuardedJdk;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.EpollTransport;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.transport.Transport;
import org.junit.jupiter.api.Test;

/** Whichever transport there is, no connection goes past the guard. */
class ConnectionGuardTest {

    @Test
    void linuxsOwnIsGuarded() {
        assertThat(guarded(new EpollTransport())).isInstanceOf(GuardedEpoll.class);
    }

    @Test
    void theJdksIsGuarded() {
        assertThat(guarded(JDKTransport.INSTANCE)).isInstanceOf(GuardedJdk.class);
    }

    @Test
    void anyOtherGivesWayToTheJdks() {
        assertThat(guarded(new JDKTransport() {})).isInstanceOf(GuardedJdk.class);
    }

    private static Transport guarded(Transport found) {
        VertxBuilder builder = new VertxBuilder(new VertxOptions().setPreferNativeTransport(true)).findTransport(found);
        new ConnectionGuard().init(builder);
        return builder.findTransport();
    }
}
