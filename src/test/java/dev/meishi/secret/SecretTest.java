package dev.meishi.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
