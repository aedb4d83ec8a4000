package dev.meishi.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import dev.meishi.TenThousandContacts;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How an export ends that a reader, or LINE WORKS, would have go on for ever. */
@QuarkusTest
@TestProfile(TenThousandContacts.class)
@Timeout(120)
class SlowReaderTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        gateway.reset();
    }

    @AfterEach
    void mend() {
        gateway.reset();
    }

    @Test
    void whoReadsTooLittleIsCutOffHoweverSteadily() throws InterruptedException {
        long read = 0;
        StringBuilder end = new StringBuilder();
        byte[] bytes = new byte[10_000];
        try (Socket socket = opened()) {
            for (int n = 0; n >= 0; n = socket.getInputStream().read(bytes)) {
                read += n;
                end.append(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
                end.delete(0, Math.max(0, end.length() - 1_000));
                Thread.sleep(100);
            }
        } catch (IOException reset) {
            end.append(" reset");
        }

        assertThat(read).isPositive();
        assertThat(end.toString()).doesNotContain("\"end\":true", "\"error\"");
    }

    @Test
    void anExportThatGoesOnForTooLongEndsWithItsCheckpoint() {
        gateway.faults("/listContacts", "{\"latency\":\"PT1S\"}");
        Reader reader = Reader.of(address, "", null, all -> true);
        gateway.reset();
        JsonNode last = Objects.requireNonNull(reader.last);

        assertThat(last.at("/error/code").asText()).isEqualTo("OPERATION_TIMEOUT");
        assertThat(last.at("/error/message").asText()).contains("meishi.export.timeout");
        assertThat(last.at("/error/retryable").asBoolean()).isTrue();
        String checkpoint = last.path("checkpoint").asText();
        assertThat(checkpoint).isEqualTo(reader.checkpoints.get(reader.checkpoints.size() - 1));
        List<String> both = new ArrayList<>(reader.ids());
        both.addAll(Reader.of(address, "", checkpoint, some -> some.checkpoints.isEmpty())
                .ids());
        List<String> truth = new ArrayList<>();
        gateway.sandbox("GET", "/sandbox/contacts", "").path("resourceIds").forEach(id -> truth.add(id.asText()));
        assertThat(both).hasSizeGreaterThan(reader.contacts.size()).isEqualTo(truth.subList(0, both.size()));
    }

    private Socket opened() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8_192);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream()
                .write("GET /export/contacts.ndjson HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
