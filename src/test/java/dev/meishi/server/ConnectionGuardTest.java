package dev.meishi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meishi.server.ConnectionGuard.GuardedEpoll;
import dev.meishi.server.ConnectionGuard.GuardedJdk;
import dev.meishi.server.GuardedServer.Through;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.EpollTransport;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.transport.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whichever transport there is, no connection goes past the guard. */
class ConnectionGuardTest {

    @Test
    void linuxsOwnIsGuarded() {
        assertThat(guarded(new EpollTransport(), true)).isInstanceOf(GuardedEpoll.class);
    }

    @Test
    void theJdksIsGuarded() {
        assertThat(guarded(JDKTransport.INSTANCE, false)).isInstanceOf(GuardedJdk.class);
    }

    @Test
    void linuxsOwnTakesThePlaceOfTheJdksWhereItIsPreferredAndThere() {
        assumeTrue(Through.available().contains(Through.EPOLL));
        assertThat(guarded(JDKTransport.INSTANCE, true)).isInstanceOf(GuardedEpoll.class);
    }

    @Test
    void anyOtherGivesWayToTheJdks() {
        assertThat(guarded(new JDKTransport() {}, true)).isInstanceOf(GuardedJdk.class);
    }

    @Test
    void ofWhatACallerDoesNotReadEpollHoldsLittle() throws Exception {
        assumeTrue(Through.available().contains(Through.EPOLL));
        Duration longest = Duration.ofMillis(500);
        try (GuardedServer server = new GuardedServer(
                        Through.EPOLL, new ConnectionLimits(longest, 3), longest, new HttpServerOptions());
                Socket idle = new Socket()) {
            idle.setReceiveBufferSize(64 << 10);
            idle.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            idle.getOutputStream()
                    .write("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(longest.multipliedBy(3).toMillis());

            assertThat(readToItsEnd(idle)).isBetween(1, 1 << 20);
        }
    }

    private static int readToItsEnd(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        int total = 0;
        byte[] bytes = new byte[64 << 10];
        try {
            for (int read = socket.getInputStream().read(bytes); read >= 0; ) {
                total += read;
                read = socket.getInputStream().read(bytes);
            }
        } catch (SocketException reset) {
            // An end as well.
        }
        return total;
    }

    private static Transport guarded(Transport found, boolean isNativePreferred) {
        VertxOptions options = new VertxOptions().setPreferNativeTransport(isNativePreferred);
        VertxBuilder builder = new VertxBuilder(options).findTransport(found);
        new ConnectionGuard().init(builder);
        return builder.findTransport();
    }
}
