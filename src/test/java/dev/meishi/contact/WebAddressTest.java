package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.json.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link WebAddress}: what is entered as a website's address is a link to a website, or none. */
class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "homepage.com, https://homepage.com",
        "www.homepage.com/a?b=c#d, https://www.homepage.com/a?b=c#d",
        "' homepage.com　', https://homepage.com",
        "homepage.com:8080/a, https://homepage.com:8080/a",
        "//homepage.com, https://homepage.com",
        "192.168.0.1/a, https://192.168.0.1/a",
        "例え.jp/会社, https://例え.jp/会社",
        "https://例え.jp/?a=b, https://例え.jp/?a=b",
        "http://homepage.com, http://homepage.com",
        "HTTP://Homepage.com/A, http://Homepage.com/A",
        "hTTps://homepage.com, https://homepage.com",
        "https://intranet/wiki, https://intranet/wiki",
        "http://localhost:3000, http://localhost:3000",
        "'http://[2001:db8::1]:80/', 'http://[2001:db8::1]:80/'"
    })
    void anAddressOfAWebsiteIsALink(String entered, String url) {
        assertThat(WebAddress.of(Text.of(entered))).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "java\tscript:alert(1)",
                "javascript://homepage.com/%0aalert(1)",
                "javascript:443",
                "javascript.x:alert(1)",
                "\u0001javascript:alert(1)",
                "vbscript:x",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
                "ftp://homepage.com",
                "mailto:info@homepage.com",
                "info@homepage.com",
                "tel:0312345678",
                "intent://homepage.com",
                "https://homepage.com@elsewhere.com",
                "https://user:password@homepage.com",
                "https:homepage.com",
                "https:///homepage.com",
                "https://",
                "https://:80",
                "https://@:80",
                "https://user@",
                "https://[",
                "https://?a=b",
                "https://%65xample.com",
                "https://javascript:alert(1)",
                "https://homepage.com:port/",
                "https://homepage.com:99999/",
                "https://homepage.com\\@elsewhere.com",
                "https://homepage.com/\"onmouseover=\"alert(1)",
                "https://homepage.com/<script>",
                "https://..",
                "homepage.com our site",
                "our site",
                "homepage",
                "なし",
                "n/a",
                "03-1234-5678",
                "03.1234.5678",
                "-",
                "",
                "　"
            })
    void whatIsNoAddressOfAWebsiteIsNoLink(String entered) {
        assertThat(WebAddress.of(Text.of(entered))).isNull();
    }

    @Test
    void nothingIsNoLinkAndNeitherIsTooMuch() {
        assertThat(WebAddress.of(null)).isNull();
        assertThat(WebAddress.of(Text.of("homepage.com/" + "a".repeat(2_035)))).isNotNull();
        assertThat(WebAddress.of(Text.of("homepage.com/" + "a".repeat(2_036)))).isNull();
        assertThat(WebAddress.of(Text.of("a.".repeat(1_000) + "com"))).isNull();
    }

    @Test
    void theLinkOfACustomPropertyIsOneToo() {
        assertThat(new CustomPropertyValue(null, Text.of("homepage.com"), false).url())
                .isEqualTo("https://homepage.com");
        assertThat(new CustomPropertyValue(Text.of("text"), null, false).url()).isNull();
        assertThat(new Website(Text.of("javascript:alert(1)"), true).url()).isNull();
    }
}
