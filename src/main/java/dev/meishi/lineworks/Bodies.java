package dev.meishi.lineworks;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Takes the bytes of a body that is there already. */
final class Bodies {

    private Bodies() {}

    /** All of them, copied once where the stream says how many there are; a stream that is wrong is read all the same. */
    static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = new byte[body.available()];
        int read = body.readNBytes(bytes, 0, bytes.length);
        int next = body.read();
        if (read == bytes.length && next < 0) {
            return bytes;
        }
        byte[] rest = body.readAllBytes();
        byte[] all = Arrays.copyOf(bytes, read + 1 + rest.length);
        all[read] = (byte) next;
        System.arraycopy(rest, 0, all, read + 1, rest.length);
        return next < 0 ? Arrays.copyOf(bytes, read) : all;
    }
}
