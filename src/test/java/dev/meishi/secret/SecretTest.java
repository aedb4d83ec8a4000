package dev.meishi.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Secret}: a credential shows only to who asks for its value. */
class SecretTest {

    @Test
    void aSecretPrintsAsAMask() {
        Secret secret = Secret.of("s3rver-t0ken");

        assertThat(secret).hasToString("***");
        assertThat("token " + secret).isEqualTo("token ***");
        assertThat(secret.value()).isEqualTo("s3rver-t0ken");
    }

    @Test
    void theMaskTellsNothingOfTheLength() {
        assertThat(new Secret("")).hasToString(new Secret("a much longer credential").toString());
    }

    @Test
    void secretsAreEqualByTheirValue() {
        assertThat(Secret.of("a")).isEqualTo(new Secret("a")).isNotEqualTo(Secret.of("b"));
    }

    @Test
    void itMayBeInAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "of-a-file\n");

        assertThat(Secret.of(file.toString())).isEqualTo(new Secret("of-a-file"));
        assertThat(Secret.of(file.toUri().toString())).isEqualTo(new Secret("of-a-file"));
        assertThat(new AsItIsSet().convert(file.toString())).isEqualTo(new Secret(file.toString()));
    }

    @Test
    void aFileThatCannotBeReadIsSaidWithoutItsPath(@TempDir Path directory) throws IOException {
        Path empty = Files.writeString(directory.resolve("empty"), "\n");
        Path large = Files.writeString(directory.resolve("long"), "x".repeat(64 * 1024 + 1));

        assertThatThrownBy(() -> Secret.of("/nowhere/s3cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is no file that can be read")
                .hasNoCause();
        assertThatThrownBy(() -> Secret.of(empty.toString())).hasMessage("is an empty file");
        assertThatThrownBy(() -> Secret.of(large.toString())).hasMessage("is a file of more than 65536 bytes");
    }
}
