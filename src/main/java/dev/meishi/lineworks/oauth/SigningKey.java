package dev.meishi.lineworks.oauth;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.secret.Secret;
import dev.meishi.secret.UnreadableSecret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a private key as the Developer Console issues it. */
final class SigningKey {

    private static final String BEGIN = "-----BEGIN ";

    /** Lines may end in {@code \n} of two characters, as environment variables often have them. */
    private static final Pattern LINE_END = Pattern.compile("\\\\[rn]|\\s");

    private static final Pattern PKCS_8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);

    private SigningKey() {}

    /** Whether a text is meant as a key, and not as the path of one. */
    static boolean isPem(String text) {
        return text.contains(BEGIN);
    }

    /**
     * Reads a key.
     *
     * @throws Failure {@code UPSTREAM_UNAUTHORIZED} if it is none
     */
    static PrivateKey of(Secret pem) {
        try {
            return read(pem);
        } catch (UnreadableSecret unusable) {
            throw new Failure(ErrorCode.UPSTREAM_UNAUTHORIZED, "meishi.upstream.private-key " + unusable.text() + ".");
        }
    }

    /**
     * Reads a key as the start does.
     *
     * @throws UnreadableSecret if it is none
     */
    static PrivateKey read(Secret pem) {
        String text = pem.value();
        Matcher found = PKCS_8.matcher(text);
        if (!found.find()) {
            throw unusable(
                    text.contains("-----BEGIN RSA PRIVATE KEY-----")
                            ? "it is in PKCS#1; convert it with openssl pkcs8 -topk8 -nocrypt"
                            : text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")
                                    ? "it is encrypted; give it without its password"
                                    : "it is no PEM with BEGIN and END PRIVATE KEY");
        }
        try {
            byte[] der =
                    Base64.getDecoder().decode(LINE_END.matcher(found.group(1)).replaceAll(""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            // The cause may quote bytes of the key.
            throw unusable("what stands between BEGIN and END is no RSA key in PKCS#8");
        }
    }

    private static UnreadableSecret unusable(String why) {
        return new UnreadableSecret("cannot be used: " + why);
    }
}
