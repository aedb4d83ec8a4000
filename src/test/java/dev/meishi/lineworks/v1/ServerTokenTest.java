package dev.meishi.lineworks.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.lineworks.Authorization;
import dev.meishi.lineworks.Tenant;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.secret.Secret;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link ServerToken}: that of a file is read again, by workers, and one that cannot be read changes nothing. */
class ServerTokenTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Deque<Runnable> work = new ArrayDeque<>();

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("token"), "one\n");
    }

    @Test
    void aFileIsReadAgainAfterTenSecondsAndNoCallWaits() throws IOException {
        ServerToken token = of("file:" + file);
        Files.writeString(file, "two\n");

        after(9);
        assertThat(header(token)).isEqualTo("Bearer one");
        assertThat(work).isEmpty();

        after(1);
        assertThat(header(token)).isEqualTo("Bearer one");
        assertThat(header(token)).isEqualTo("Bearer one");
        assertThat(work).as("once").hasSize(1);
        work();
        assertThat(header(token)).isEqualTo("Bearer two");

        after(9);
        assertThat(header(token)).isEqualTo("Bearer two");
        assertThat(work).isEmpty();
    }

    @Test
    void aRejectedTokenIsWorthAnotherCallIfItsFileHasAnother() throws IOException {
        ServerToken token = new ServerToken(new Secret("file:" + file), Runnable::run, nanos::get);
        Secret one = new Secret("Bearer one");

        assertThat(token.rejected(one).await().indefinitely()).isFalse();
        Files.writeString(file, "two");
        assertThat(token.rejected(one).await().indefinitely()).isTrue();
        assertThat(token.rejected(one).await().indefinitely())
                .as("said once more of the same")
                .isTrue();
        assertThat(header(token)).isEqualTo("Bearer two");
    }

    @Test
    void aFileThatCannotBeReadLeavesTheTokenInUse() throws IOException {
        ServerToken token = new ServerToken(new Secret("file:" + file), Runnable::run, nanos::get);
        Files.delete(file);

        after(10);
        assertThat(header(token)).isEqualTo("Bearer one");
        assertThat(token.rejected(new Secret("Bearer one")).await().indefinitely())
                .isFalse();

        Files.writeString(file, "two");
        after(10);
        header(token);
        assertThat(header(token)).isEqualTo("Bearer two");
    }

    @Test
    void thatOfTheSettingsIsReadAgain() throws IOException {
        UpstreamConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(UpstreamConfig.class)
                .withDefaultValue("meishi.upstream.server-token", "file:" + file)
                .build()
                .getConfigMapping(UpstreamConfig.class);
        Tenant tenant = new Tenant("api", "1", Secret.of("key"), Secret.of("one"));
        ScheduledExecutorService workers = Executors.newSingleThreadScheduledExecutor();
        try {
            Authorization token = LineWorksV1Client.authorization(config, tenant, workers);
            Files.writeString(file, "two");

            assertThat(token.rejected(new Secret("Bearer one")).await().indefinitely())
                    .isTrue();
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void oneThatIsSetItselfStaysTheSame() {
        ServerToken token = of("one");

        after(3600);
        assertThat(header(token)).isEqualTo("Bearer one");
        assertThat(token.rejected(new Secret("Bearer one")).await().indefinitely())
                .isFalse();
        assertThat(work).isEmpty();
        assertThat(token.toString()).doesNotContain("one");
    }

    private ServerToken of(String setting) {
        return new ServerToken(new Secret(setting), work::add, nanos::get);
    }

    private static String header(ServerToken token) {
        return token.header().await().indefinitely().value();
    }

    private void after(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }
}
