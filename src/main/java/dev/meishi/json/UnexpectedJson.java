package dev.meishi.json;

/** A body that is not JSON, or not the JSON that was expected. Says where and never what: bodies hold personal data. */
public final class UnexpectedJson extends RuntimeException {

    UnexpectedJson(String expected, int at) {
        super("Expected " + expected + " at byte " + at, null, false, false); // A page may have hundreds.
    }
}
