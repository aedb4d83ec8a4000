package dev.meishi.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates the cursors that carry one of the API's, in one view of what they lead to: the first 16 bytes of an
 * HMAC-SHA-256 (RFC 2104) under a key that is derived from a secret and the view as HKDF does (RFC 5869). It needs no memory
 * of the cursors, so that every process with the same secret accepts those of the others, and those from before a restart.
 */
public final class CursorSeal {

    /** Bytes of a seal: of 2^128 made up, one is right. */
    static final int LENGTH = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SALT = "meishi cursors";

    /** Never used itself, for it is not for two threads at once: a copy costs less than to begin with the key. */
    private final Mac ready;

    private CursorSeal(Mac ready) {
        this.ready = ready;
    }

    /**
     * The seal of one view.
     *
     * @param secret from which no other may be told
     * @param view everything that decides what is seen
     * @return the same seal for the same arguments
     */
    public static CursorSeal of(String secret, @Nullable String... view) {
        Mac extract = mac(SALT.getBytes(StandardCharsets.UTF_8));
        Mac expand = mac(extract.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        for (String part : view) {
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            expand.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(part == null ? -1 : bytes.length)
                    .flip());
            expand.update(bytes);
        }
        expand.update((byte) 1);
        return new CursorSeal(mac(expand.doFinal()));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** Fills the last bytes with the seal of those before. */
    void seal(byte[] bytes) {
        int length = bytes.length - LENGTH;
        System.arraycopy(of(bytes, length), 0, bytes, length, LENGTH);
    }

    /** Whether bytes end with their seal. */
    boolean isSealed(byte[] bytes) {
        int length = bytes.length - LENGTH;
        byte[] own = Arrays.copyOf(of(bytes, length), LENGTH);
        return MessageDigest.isEqual(own, Arrays.copyOfRange(bytes, length, bytes.length));
    }

    private byte[] of(byte[] bytes, int length) {
        try {
            Mac mac = (Mac) ready.clone();
            mac.update(bytes, 0, length);
            return mac.doFinal();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's " + ALGORITHM + " can be copied", impossible);
        }
    }
}
