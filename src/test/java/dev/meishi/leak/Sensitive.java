package dev.meishi.leak;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must stand in no line of a log, in no metric and in no error message; each as tests and the simulator write it. */
enum Sensitive {

    /** The tokens, secrets and keys that tests configure, and those of the simulator. */
    CREDENTIAL(
            "s3cret|S3CRET|t0ken|r3fresh|(?:sandbox|spec)-(?:consumer-key|server-token|client-secret)|sandbox-[\\w-]{36}"),
    /** Whatever stands behind the scheme that LINE WORKS knows; what a challenge has there are parameters. */
    BEARER("(?i:bearer) +(?![*<]|\\w+=)[\\w.~+/-]{4}"),
    /** In PEM, or the beginning of its DER in Base64. */
    PRIVATE_KEY("-----BEGIN [A-Z ]+-----(?:\\s|\\\\n)*[A-Za-z0-9+/]{8}|MII[A-Za-z0-9+/]{40}"),
    /** Header, claims and signature of a signed one. */
    ASSERTION("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]{20,}"),
    /** Of the forms and bodies by which tokens are asked for. */
    TOKEN_FORM("(?:client_secret|assertion|access_token|refresh_token)\"?[=:]"),
    /** Names, companies, addresses and memos of contacts are Japanese, Korean or Chinese; no message of ours is. */
    PERSON("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]"),
    /** As most of the simulator's are written. */
    PHONE("(?<![\\w.:-])(?:0\\d{1,2}|\\+\\d{1,3}-\\d{1,3})-\\d{4}-\\d{4}(?![\\w-])"),
    /** Of the simulator's contacts. */
    EMAIL("contact\\d+(?:\\+\\d)?@");

    private final Pattern pattern;

    Sensitive(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    boolean isCredential() {
        return compareTo(PERSON) < 0;
    }

    /** What a text has of it; empty if nothing. */
    static Optional<Sensitive> in(String text) {
        return Stream.of(values())
                .filter(kind -> kind.pattern.matcher(text).find())
                .findFirst();
    }

    /** The text with whatever is sensitive in it left out. */
    static String masked(String text) {
        String masked = text;
        for (Sensitive kind : values()) {
            masked = kind.pattern.matcher(masked).replaceAll("<" + kind + ">");
        }
        return masked;
    }
}
