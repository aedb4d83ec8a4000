package dev.meishi.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link Secret}: a credential shows only to who asks for its value. */
class SecretTest {

    @Test
    void a_secret_prints_as_a_mask() {
        Secret secret = Secret.of("s3rver-t0ken");

        assertThat(secret).hasToString("***");
        assertThat("token " + secret).isEqualTo("token ***");
        assertThat(secret.value()).isEqualTo("s3rver-t0ken");
    }

    @Test
    void the_mask_tells_nothing_of_the_length() {
        assertThat(new Secret("")).hasToString(new Secret("a much longer credential").toString());
    }

    @Test
    void secrets_are_equal_by_their_value() {
        assertThat(Secret.of("a")).isEqualTo(new Secret("a")).isNotEqualTo(Secret.of("b"));
    }
}
