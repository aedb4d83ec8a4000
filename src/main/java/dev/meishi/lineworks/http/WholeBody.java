package dev.meishi.lineworks.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A complete body whose bytes can be used without a copy. */
final class WholeBody extends ByteArrayInputStream {

    WholeBody(byte[] bytes) {
        super(bytes);
    }

    /**
     * All bytes of a body of which nothing was read yet.
     *
     * @return the array itself where the body is whole
     */
    static byte[] bytes(InputStream body) throws IOException {
        return body instanceof WholeBody whole ? whole.buf : body.readAllBytes();
    }
}
