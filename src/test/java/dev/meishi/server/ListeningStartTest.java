package dev.meishi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ListeningStartTest extends OnEachTransport {

    @Test
    void aPortInUseIsNamedWithItsSetting() throws Exception {
        start(Duration.ofSeconds(1), Duration.ZERO, new HttpServerOptions());
        try (ServerSocket other = new ServerSocket(0)) {
            int port = other.getLocalPort();
            Throwable refused = catchThrowable(() -> server.vertx()
                    .createHttpServer()
                    .requestHandler(request -> {})
                    .listen(port, "0.0.0.0")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join());

            assertThat(refused)
                    .rootCause()
                    .isInstanceOf(BindException.class)
                    .hasMessageStartingWith(
                            "Port " + port + " is in use by another process; end that, or take another port, such as"
                                    + " -Dquarkus.http.port=");
            assertThat(server.another()).as("one that is free").isPositive();
        }
    }

    @Test
    void anyOtherReasonIsTold() {
        start(Duration.ofSeconds(1), Duration.ZERO, new HttpServerOptions());

        assertThat(ListeningStart.text(
                        InetSocketAddress.createUnresolved("0.0.0.0", 80),
                        "quarkus.http.port",
                        "bind(..) failed with error(-13): Permission denied"))
                .isEqualTo("Port 80 of 0.0.0.0 cannot be opened (bind(..) failed with error(-13): Permission denied);"
                        + " set another with quarkus.http.port.");
        assertThat(ListeningStart.text(
                        InetSocketAddress.createUnresolved("0.0.0.0", 65_535), "quarkus.http.port", "in use"))
                .endsWith("-Dquarkus.http.port=65534.");
    }
}
