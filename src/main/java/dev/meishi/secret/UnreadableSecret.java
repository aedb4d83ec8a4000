package dev.meishi.secret;

/** A credential that is not where its setting says. Its text has neither the credential nor its place. */
public final class UnreadableSecret extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String text;

    /**
     * Without a cause, which may quote what was read.
     *
     * @param text what is wrong, as the rest of a sentence that begins with the key of the setting
     */
    public UnreadableSecret(String text) {
        super(text, null, false, false);
        this.text = text;
    }

    /**
     * What is wrong.
     *
     * @return the rest of a sentence that begins with the key of the setting
     */
    public String text() {
        return text;
    }
}
