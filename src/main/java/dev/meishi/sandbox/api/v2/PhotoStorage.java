package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.data.ContactEntry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Where photos are: an address that redirections lead to and that asks for no token. */
final class PhotoStorage {

    static final String ROUTE = "/sandbox/2.0/storage/:contactId";

    private static final int SIDE = 32;
    private static final long GIGABYTE = 1L << 30;
    private static final byte[] BLOCK = new byte[64 * 1024];

    private final CurrentReadings readings;

    PhotoStorage(CurrentReadings readings) {
        this.readings = readings;
    }

    static String address(ContactEntry entry) {
        return "/sandbox/2.0/storage/" + entry.resourceId();
    }

    void serve(RoutingContext call) {
        HttpServerResponse response = call.response();
        switch (readings.get().access().photo()) {
            case HTML ->
                response.putHeader("content-type", "text/html;charset=UTF-8")
                        .end("<html><script>alert(1)</script></html>");
            case HUGE -> {
                response.putHeader("content-type", "image/png").putHeader("content-length", String.valueOf(GIGABYTE));
                Buffer begin = image(0);
                response.write(begin);
                write(response, GIGABYTE - begin.length());
            }
            case IMAGE, FOREIGN_HOST ->
                image(call.request(), QueryParameters.inPath(call, "contactId").hashCode());
        }
    }

    private static void image(HttpServerRequest request, int colour) {
        String tag = '"' + Integer.toHexString(colour) + '"';
        HttpServerResponse response = request.response().putHeader("etag", tag);
        if (tag.equals(request.getHeader("if-none-match"))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader("content-type", "image/png").end(image(colour));
        }
    }

    /** Writes as fast as the client reads. */
    private static void write(HttpServerResponse response, long left) {
        long rest = left;
        while (rest > 0 && !response.closed()) {
            if (response.writeQueueFull()) {
                long waiting = rest;
                response.drainHandler(drained -> write(response, waiting));
                return;
            }
            int length = (int) Math.min(rest, BLOCK.length);
            response.write(Buffer.buffer(BLOCK).slice(0, length));
            rest -= length;
        }
        if (!response.closed()) {
            response.end();
        }
    }

    /** A square of one colour, which follows from the contact. */
    static Buffer image(int colour) {
        Buffer header = Buffer.buffer().appendInt(SIDE).appendInt(SIDE).appendBytes(new byte[] {8, 2, 0, 0, 0});
        Buffer pixels = Buffer.buffer();
        for (int row = 0; row < SIDE; row++) {
            pixels.appendByte((byte) 0);
            for (int column = 0; column < SIDE; column++) {
                pixels.appendMedium(colour & 0xFF_FF_FF);
            }
        }
        Buffer png = Buffer.buffer(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", deflated(pixels));
        chunk(png, "IEND", Buffer.buffer());
        return png;
    }

    private static void chunk(Buffer png, String type, Buffer data) {
        Buffer checked = Buffer.buffer(type.getBytes(StandardCharsets.US_ASCII)).appendBuffer(data);
        CRC32 sum = new CRC32();
        sum.update(checked.getBytes());
        png.appendInt(data.length()).appendBuffer(checked).appendInt((int) sum.getValue());
    }

    private static Buffer deflated(Buffer pixels) {
        Deflater deflater = new Deflater();
        deflater.setInput(pixels.getBytes());
        deflater.finish();
        byte[] output = new byte[pixels.length() + 64];
        int length = deflater.deflate(output);
        deflater.end();
        return Buffer.buffer(output).getBuffer(0, length);
    }
}
