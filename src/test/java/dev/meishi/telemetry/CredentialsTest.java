package dev.meishi.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.secret.Secret;
import dev.meishi.secret.SecretFile;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Credentials}: a credential in a name is seen, whosever it is. */
class CredentialsTest {

    private final Credentials credentials = new Credentials(new SmallRyeConfigBuilder()
            .withDefaultValues(Map.of(
                    "meishi.callers.\"office\".token", "office_token_1",
                    "meishi.callers.home.token", "home_token_1",
                    "meishi.callers.tiny.token", "tiny",
                    "meishi.upstream.consumer-key", "consumer_key_1",
                    "meishi.upstream.server-token", "server_token_1",
                    "meishi.upstream.client-secret", "client_secret_1",
                    "meishi.upstream.client-id", "client_id_1"))
            .build());

    @ParameterizedTest
    @ValueSource(strings = {"office_token_1", "Myhome_token_1x", "consumer_key_1", "server_token_1", "client_secret_1"})
    void aNameWithOneIsMasked(String name) {
        assertThat(credentials.masked(name)).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contacts", "tiny", "client_id_1", ""})
    void aNameWithoutOneIsNot(String name) {
        assertThat(credentials.masked(name)).isEqualTo(name);
    }

    @Test
    void oneOfAFileIsKnownAsItIsAndAsItWas(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "token_of_a_file_1\n");
        SecretFile.resolve(new Secret("file:" + file));
        Files.writeString(file, "token_of_a_file_2\n");
        SecretFile.resolve(new Secret("file:" + file));

        assertThat(credentials.masked("Mytoken_of_a_file_2x")).isEqualTo("***");
        assertThat(credentials.masked("token_of_a_file_1")).isEqualTo("***");
        assertThat(credentials.masked("token_of_a_file_3")).isEqualTo("token_of_a_file_3");
    }

    @Test
    void noNameStaysNone() {
        assertThat(credentials.masked(null)).isNull();
    }
}
