package dev.meishi.lineworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Cursor;
import dev.meishi.connection.CursorSeal;
import dev.meishi.connection.Position;
import dev.meishi.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link CursorSeals}: what the seals of cursors depend on. */
class CursorSealsTest {

    private static final View VIEW = View.of("application");
    private static final String LONG = "0123456789abcdef0123456789abcdef";

    @Test
    void aSecretDecidesWhateverTheCredentialIs() {
        CursorSeal one = Installation.seals(LONG).of(VIEW, Secret.of("credential"));
        CursorSeal other = Installation.seals(LONG).of(VIEW, Secret.of("another one"));

        assertThat(cursor(one)).isEqualTo(cursor(other));
        assertThat(cursor(Installation.seals(LONG + "0").of(VIEW, Secret.of("credential"))))
                .isNotEqualTo(cursor(one));
    }

    @Test
    void aSecretMayBeInAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), LONG + "\n");
        Secret credential = Secret.of("credential");

        assertThat(cursor(Installation.seals("file:" + file).of(VIEW, credential)))
                .isEqualTo(cursor(Installation.seals(LONG).of(VIEW, credential)));
    }

    @Test
    void withoutASecretTheCredentialDecides() {
        CursorSeal one = Installation.seals(null).of(VIEW, Secret.of("credential"));

        assertThat(cursor(Installation.seals(null).of(VIEW, Secret.of("credential"))))
                .isEqualTo(cursor(one));
        assertThat(cursor(Installation.seals(null).of(VIEW, Secret.of("another one"))))
                .isNotEqualTo(cursor(one));
    }

    @Test
    void eachViewHasItsOwn() {
        CursorSeals seals = Installation.seals(LONG);
        Secret credential = Secret.of("credential");

        assertThat(cursor(seals.of(new View("application", "member"), credential)))
                .isNotEqualTo(cursor(seals.of(VIEW, credential)));
    }

    private static String cursor(CursorSeal seal) {
        Position token = new Position.Token("vendor", 3, 7);
        return new Cursor(new Anchor(Anchor.Origin.START, token, 5, null), 1).encode(seal);
    }
}
