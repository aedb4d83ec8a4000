package dev.meishi.secret;

import java.io.IOException;

/**
 * A credential that cannot be printed by accident: {@link #toString()} is a mask, {@link #value()} has to be asked for.
 *
 * @param value the credential in clear
 */
public record Secret(String value) {

    /**
     * Reads a credential from configuration.
     *
     * @param setting the credential in clear, or the absolute path or {@code file:} URL of a file that has it
     * @return the wrapped credential
     * @throws IllegalArgumentException if there is no such file, or nothing in it
     */
    public static Secret of(String setting) {
        if (!SecretFile.isNamedBy(setting.strip())) {
            return new Secret(setting);
        }
        try {
            Secret secret = SecretFile.read(setting.strip());
            if (secret.value().isEmpty()) {
                throw new IllegalArgumentException("is an empty file");
            }
            return secret;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage());
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
