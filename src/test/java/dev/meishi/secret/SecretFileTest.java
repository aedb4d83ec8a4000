package dev.meishi.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link SecretFile}: a credential may be in a file, and what is wrong with that is said without its place. */
class SecretFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void aSettingThatBeginsWithFileIsInThatFile() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), " of-a-file\r\n");

        assertThat(SecretFile.resolve(new Secret("file:" + file))).isEqualTo(new Secret("of-a-file"));
        assertThat(SecretFile.resolve(new Secret("file://" + file + "\n"))).isEqualTo(new Secret("of-a-file"));
        assertThat(SecretFile.refusal(new Secret("file:" + file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/hostname", "s3cret", "files:x", " blanks around ", ""})
    void anyOtherIsTheCredentialAsItIs(String setting) {
        assertThat(SecretFile.isNamedBy(new Secret(setting))).isFalse();
        assertThat(SecretFile.resolve(new Secret(setting))).isEqualTo(new Secret(setting));
        assertThat(SecretFile.refusal(new Secret(setting))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:s3cret", "file:", "file://host/s3cret", "file:/s3cret with blanks", "file:/%00"})
    void aFileHasAnAbsolutePath(String setting) {
        assertThat(SecretFile.refusal(new Secret(setting)))
                .contains("must be file: and an absolute path, such as file:/etc/meishi/secrets/token");
    }

    @Test
    void aFileThatCannotBeReadIsSaidWithoutItsPath() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty"), "\n");
        Path largest = Files.writeString(directory.resolve("largest"), "x".repeat(SecretFile.MAX_BYTES));
        Path larger = Files.writeString(directory.resolve("larger"), "x".repeat(SecretFile.MAX_BYTES + 1));

        assertThat(refusal(directory.resolve("missing"))).isEqualTo("names a file that does not exist");
        assertThat(refusal(directory)).isEqualTo("names a file that this process cannot read");
        assertThat(refusal(empty)).isEqualTo("names a file that is empty");
        assertThat(refusal(larger)).isEqualTo("names a file of more than 65536 bytes");
        assertThat(SecretFile.read(largest).value()).hasSize(SecretFile.MAX_BYTES);
        assertThatThrownBy(() -> SecretFile.read(directory)).hasNoCause();
    }

    private static String refusal(Path file) {
        return SecretFile.refusal(new Secret(file.toUri().toString())).orElse("none");
    }
}
