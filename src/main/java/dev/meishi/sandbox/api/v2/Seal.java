package dev.meishi.sandbox.api.v2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what only the simulator is to read, bound to a context: opened in another one, it is refused as if it had been
 * changed. The key follows from the seed, so that a cursor and a token live on when the process starts again; it protects
 * nothing but simulated data.
 */
final class Seal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final SecretKeySpec nonceKey;

    Seal(String purpose, long seed) {
        key = new SecretKeySpec(digest("key " + purpose + seed), "AES");
        nonceKey = new SecretKeySpec(digest("nonce " + purpose + seed), "HmacSHA256");
    }

    /**
     * Seals bytes.
     *
     * @param fresh whether the same bytes become another text each time
     */
    byte[] seal(byte[] plain, String context, boolean fresh) {
        byte[] nonce = new byte[NONCE];
        try {
            if (fresh) {
                RANDOM.nextBytes(nonce);
            } else {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(nonceKey);
                mac.update(bytes(context));
                nonce = Arrays.copyOf(mac.doFinal(plain), NONCE);
            }
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The bytes again; empty if the text is none of this seal's or was sealed in another context. */
    Optional<byte[]> open(Base64.Decoder decoder, String text, String context) {
        try {
            byte[] sealed = decoder.decode(text);
            if (sealed.length <= NONCE) {
                return Optional.empty();
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), context);
            return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(context));
        return cipher;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
