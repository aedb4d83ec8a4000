package dev.meishi.sandbox.api;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * A JWT that asks for a token, as far as its rules are known: RS256, an issuer, at most an hour of validity.
 *
 * @param header the first part
 * @param claims the second part
 * @param signed the first two parts as they came, which the signature is of
 * @param signature the third part as it came
 */
public record Assertion(JsonObject header, JsonObject claims, String signed, String signature) {

    /** The longest time the vendor allows between {@code iat} and {@code exp}. */
    private static final long HOUR = 3600;
    /** How far the caller's clock may be ahead. */
    private static final long SKEW = 60;

    /**
     * Takes the three parts of a JWT apart.
     *
     * @throws IllegalArgumentException if it has not three, or one of them cannot be read
     */
    public static Assertion from(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("jwt malformed");
        }
        try {
            return new Assertion(
                    new JsonObject(text(parts[0])),
                    new JsonObject(text(parts[1])),
                    parts[0] + "." + parts[1],
                    parts[2]);
        } catch (DecodeException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("jwt malformed", unreadable);
        }
    }

    /**
     * Checks everything but the signature.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    public void check(Instant now) {
        require("RS256".equals(header.getValue("alg")), "jwt alg must be RS256");
        require(claims.getValue("iss") instanceof String issuer && !issuer.isBlank(), "jwt iss is missing");
        require(claims.getValue("iat") instanceof Number, "jwt iat is missing");
        require(claims.getValue("exp") instanceof Number, "jwt exp is missing");
        long issued = claims.getLong("iat");
        long expires = claims.getLong("exp");
        require(expires > now.getEpochSecond(), "jwt expired");
        require(issued <= now.getEpochSecond() + SKEW, "jwt iat is in the future");
        require(expires > issued && expires - issued <= HOUR, "jwt exp must be at most 60 minutes after iat");
    }

    /**
     * Checks the signature.
     *
     * @throws IllegalArgumentException if it is not of this key
     */
    public void checkSignature(PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            require(verifier.verify(Base64.getUrlDecoder().decode(signature)), "jwt invalid signature");
        } catch (GeneralSecurityException | IllegalArgumentException unverifiable) {
            throw new IllegalArgumentException("jwt invalid signature", unverifiable);
        }
    }

    /**
     * Reads the configured key: RSA, public, in PEM ({@code BEGIN PUBLIC KEY}).
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static PublicKey publicKey(String pem) {
        try {
            String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "meishi.sandbox.jwt-public-key is not an RSA public key in PEM", unreadable);
        }
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
