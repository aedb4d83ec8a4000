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
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what only the simulator is to read, bound to a context: opened in another one, it is refused as if it had been
 * changed. The key follows from the seed, so that a cursor and a token live on when the process starts again; it protects
 * nothing but simulated data.
 */
final class Seal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String purpose;
    private volatile @Nullable Keys keys;

    Seal(String purpose, long seed) {
        this.purpose = purpose + seed;
    }

    /** What cryptography needs; made when it is first used, for loading it takes longer than the rest of a start. */
    private record Keys(SecretKeySpec key, SecretKeySpec nonceKey, SecureRandom random) {

        static Keys of(String purpose) {
            return new Keys(
                    new SecretKeySpec(digest("key " + purpose), "AES"),
                    new SecretKeySpec(digest("nonce " + purpose), "HmacSHA256"),
                    new SecureRandom());
        }
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
                keys().random().nextBytes(nonce);
            } else {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(keys().nonceKey());
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
        cipher.init(mode, keys().key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(context));
        return cipher;
    }

    private Keys keys() {
        Keys known = keys;
        if (known == null) {
            known = Keys.of(purpose);
            keys = known;
        }
        return known;
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
