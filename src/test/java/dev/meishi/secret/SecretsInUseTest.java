package dev.meishi.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link SecretsInUse}: what was noted is found within a text, up to a number. */
class SecretsInUseTest {

    @Test
    void aTextHasWhatWasNotedAndNothingElse() {
        SecretsInUse.note(new Secret("noted-one-4711"));

        assertThat(SecretsInUse.areIn("before noted-one-4711 after")).isTrue();
        assertThat(SecretsInUse.areIn("noted-one-471")).isFalse();
    }

    @Test
    void whatIsTooShortToBeTellingOrTooLongToBeNamedIsNotRemembered() {
        SecretsInUse.note(new Secret("qzxjvkw"));
        SecretsInUse.note(new Secret("y".repeat(SecretsInUse.LONGEST + 1)));

        assertThat(SecretsInUse.areIn("qzxjvkw")).isFalse();
        assertThat(SecretsInUse.areIn("y".repeat(SecretsInUse.LONGEST + 1))).isFalse();
    }

    @Test
    void ofTooManyThoseThatWereNotedFirstAreForgotten() {
        SecretsInUse.note(new Secret("renewed-and-forgotten"));
        SecretsInUse.note(new Secret("read-again-and-again"));
        for (int i = 0; i < SecretsInUse.MOST; i++) {
            SecretsInUse.note(new Secret("renewed-as-number-" + i + "!"));
            SecretsInUse.note(new Secret("read-again-and-again"));
        }

        assertThat(SecretsInUse.areIn("read-again-and-again")).isTrue();
        assertThat(SecretsInUse.areIn("renewed-as-number-" + (SecretsInUse.MOST - 1) + "!"))
                .isTrue();
        assertThat(SecretsInUse.areIn("renewed-as-number-8!")).isTrue();
        assertThat(SecretsInUse.areIn("renewed-and-forgotten")).isFalse();
        assertThat(SecretsInUse.areIn("renewed-as-number-0!")).isFalse();
    }
}
