package dev.meishi.secret;

/**
 * A credential that cannot be printed by accident: {@link #toString()} is a mask, {@link #value()} has to be asked for.
 *
 * @param value the credential in clear
 */
public record Secret(String value) {

    /**
     * Reads a credential from configuration.
     *
     * @param value the credential in clear
     * @return the wrapped credential
     */
    public static Secret of(String value) {
        return new Secret(value);
    }

    @Override
    public String toString() {
        return "***";
    }
}
