package dev.meishi.photo;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of images that are sent, known by how their files begin and not by what a server calls them. None of them can
 * hold a script, as SVG can.
 */
enum ImageType {
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    GIF("image/gif", "gif", "GIF8"),
    WEBP("image/webp", "webp", "RIFF????WEBP"),
    BMP("image/bmp", "bmp", "BM????\0\0\0\0");

    /** Bytes that tell each of them. */
    static final int SIGNATURE = 12;

    private static final char ANY = '?';

    private final String mediaType;
    private final String extension;
    /** A character for each byte. */
    private final String begin;

    ImageType(String mediaType, String extension, String begin) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.begin = begin;
    }

    /** Null if it begins otherwise. */
    static @Nullable ImageType of(Buffer first) {
        for (ImageType type : values()) {
            if (type.isAt(first)) {
                return type;
            }
        }
        return null;
    }

    private boolean isAt(Buffer first) {
        if (first.length() < begin.length()) {
            return false;
        }
        for (int i = 0; i < begin.length(); i++) {
            if (begin.charAt(i) != ANY && begin.charAt(i) != first.getUnsignedByte(i)) {
                return false;
            }
        }
        return true;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }
}
