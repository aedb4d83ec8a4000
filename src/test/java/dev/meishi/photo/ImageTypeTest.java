package dev.meishi.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ImageType}: an image is known by its bytes. */
class ImageTypeTest {

    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A0000000D, PNG",
        "FFD8FFE000104A4649460001, JPEG",
        "474946383961010001008000, GIF",
        "524946461A00000057454250, WEBP",
        "424D460000000000000036, BMP"
    })
    void isKnownByItsFirstBytes(String hex, ImageType type) {
        assertThat(ImageType.of(Buffer.buffer(HexFormat.of().parseHex(hex)))).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "<svg xmlns='http://www.w3.org/2000/svg'>",
                "%PDF-1.7",
                "RIFF....WAVE",
                "BMW is a car"
            })
    void anythingElseIsNone(String text) {
        assertThat(ImageType.of(Buffer.buffer(text))).isNull();
    }

    @Test
    void aPartOfASignatureIsNone() {
        assertThat(ImageType.of(Buffer.buffer(new byte[] {(byte) 0x89, 'P', 'N'})))
                .isNull();
    }
}
