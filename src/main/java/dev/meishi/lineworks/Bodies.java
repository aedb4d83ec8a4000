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
        byte[] rest = body.readAllBytes();
        if (read == bytes.length && rest.length == 0) {
            return bytes;
        }
        byte[] all = Arrays.copyOf(bytes, read + rest.length);
        System.arraycopy(rest, 0, all, read, rest.length);
        return all;
    }
}
