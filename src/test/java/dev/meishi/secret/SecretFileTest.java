package dev.meishi.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    /** A pipe that nobody writes to is opened as a file of a server that is gone: by a call that does not come back. */
    @Test
    void aFileSystemThatDoesNotAnswerIsNotWaitedForWithoutEnd() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Duration patience = Duration.ofMillis(50);
        String hanging = "names a file that cannot be read within 50 ms";

        assertThatThrownBy(() -> SecretFile.read(pipe, patience))
                .isInstanceOf(UnreadableSecret.class)
                .hasMessageStartingWith(hanging)
                .hasMessageNotContaining(directory.toString());
        assertThatThrownBy(() -> SecretFile.read(pipe, patience)).hasMessageStartingWith(hanging);
        assertThat(readers()).isOne();

        Files.writeString(pipe, "come-at-last\n");
        Eventually.eventually(() -> readers() == 0);
        Files.delete(pipe);
        Files.writeString(pipe, "of-now-and-not-of-then\n");
        assertThat(SecretFile.read(pipe)).isEqualTo(new Secret("of-now-and-not-of-then"));
    }

    private static long readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("secret file"))
                .count();
    }

    private static String refusal(Path file) {
        return SecretFile.refusal(new Secret(file.toUri().toString())).orElse("none");
    }
}
