package dev.meishi.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.Eventually;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.reset.UpstreamReset;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PhotoTransfer}, over sockets: however much there is of a photo and however it is read, little of it is held. */
@QuarkusTest
@WithTestResource(PhotoHost.class)
@Timeout(60)
class PhotoTransferTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Memory memory;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Event<UpstreamReset> resets;

    @Inject
    @SuppressWarnings("NullAway.Init")
    UpstreamConfig config;

    @SuppressWarnings("NullAway.Init")
    private PhotoClient client;

    @BeforeEach
    void begin() {
        client = new PhotoClient(address);
        resets.fire(UpstreamReset.ALL);
        PhotoHost.CLOSED.clear();
        PhotoHost.WRITTEN.set(0);
    }

    @AfterEach
    void nothingIsReservedAfterwards() {
        Eventually.eventually(() -> memory.of(Account.UPSTREAM).used() == 0);
    }

    @Test
    void aLargePhotoIsSentWhole() {
        assertThat(client.get("large").body()).hasSize(PhotoHost.LARGE);
    }

    @Test
    void whatIsSaidToBeLargerThanTheMaximumIsNotReceived() {
        assertThat(new String(client.get("told").body(), StandardCharsets.UTF_8))
                .contains("meishi.photos.max-size");
        Eventually.eventually(() -> PhotoHost.CLOSED.containsKey("told"));
    }

    @Test
    void whatTurnsOutToBeLargerThanTheMaximumIsBrokenOff() {
        assertThatThrownBy(() -> client.get("endless")).hasCauseInstanceOf(IOException.class);

        Eventually.eventually(() -> PhotoHost.CLOSED.containsKey("endless"));
    }

    @Test
    void whatStallsIsBrokenOffInTime() {
        assertThatThrownBy(() -> client.get("stalled")).hasCauseInstanceOf(IOException.class);
    }

    /** Once its head is sent by a broken connection, before that by an error. */
    @Test
    void aPartOfAPhotoIsNotTakenForTheWhole() {
        for (int i = 0; i < 20; i++) {
            try {
                HttpResponse<byte[]> refused = client.get("torn");
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(PhotoClient.json(refused).at("/error/code").asText()).isEqualTo("UPSTREAM_UNAVAILABLE");
            } catch (CompletionException broken) {
                assertThat(broken).hasCauseInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aClientThatDoesNotReadHoldsUpTheStorageAndOneThatLeavesEndsItsWork() throws IOException {
        try (Socket socket = asking("endless-for-one-who-leaves")) {
            Eventually.eventually(() -> {
                long before = PhotoHost.WRITTEN.get();
                Thread.sleep(300);
                return before > 0 && PhotoHost.WRITTEN.get() == before;
            });
            assertThat(PhotoHost.WRITTEN.get()).isLessThan(PhotoHost.MAX_SIZE * 3L / 4);
            assertThat(socket.isClosed()).isFalse();
        }
        Eventually.eventually(() -> PhotoHost.CLOSED.containsKey("endless-for-one-who-leaves"));
    }

    @Test
    void aClientThatStaysAndDoesNotReadIsCutOffInTime() throws IOException {
        try (Socket socket = asking("endless-for-one-who-stays")) {
            Eventually.eventually(() -> PhotoHost.CLOSED.containsKey("endless-for-one-who-stays"));
            assertThat(socket.isClosed()).isFalse();
            Eventually.eventually(() -> memory.of(Account.UPSTREAM).used() == 0);
        }
    }

    /** What is left of their photos holds a connection for a moment, and there are fewer of these than clients. */
    @ParameterizedTest
    @ValueSource(strings = {"trickling", "endless"})
    void hundredsOfClientsThatLeaveAtOnceLeaveTheConnectionsToOthers(String contact) throws IOException {
        PhotoHost.TRICKLES_BEGUN.set(0);
        List<Socket> leaving = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                leaving.add(requesting(contact));
            }
            Eventually.eventually(() -> contact.equals("endless")
                    ? PhotoHost.WRITTEN.get() > PhotoHost.LARGE
                    : PhotoHost.TRICKLES_BEGUN.get() >= config.maxConnections());
        } finally {
            for (Socket socket : leaving) {
                socket.close();
            }
        }

        Eventually.eventually(() -> IntStream.range(0, 2 * config.maxConnections())
                .mapToObj(i -> client.request("photo"))
                .map(client::begin)
                .toList()
                .stream()
                .allMatch(photo -> photo.join().statusCode() == 200));
        Eventually.eventually(() -> PhotoHost.TRICKLES.get() == 0);
    }

    /** Without reading more than the first byte of the answer. */
    private Socket asking(String contact) throws IOException {
        Socket socket = requesting(contact);
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }

    private Socket requesting(String contact) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8 * 1024);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream()
                .write(("GET " + PhotoClient.path(contact) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
