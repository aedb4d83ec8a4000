package dev.meishi.contact;

import dev.meishi.json.Text;
import dev.meishi.lineworks.Blanks;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a link of what a person entered as the address of a website. A link is opened by a click on another site, so that
 * it leads to a website or is none: no other scheme, which may run a script, and no user's name, which may look like a host.
 */
final class WebAddress {

    private static final String HTTP = "http://";

    private static final String HTTPS = "https://";

    /** Longer than what browsers and servers take. */
    private static final int MAX_LENGTH = 2_048;

    /** Of a name of DNS. */
    private static final int MAX_HOST = 253;

    private static final int MAX_PORT = 65_535;

    private WebAddress() {}

    static @Nullable String of(@Nullable Text entered) {
        String text = Blanks.stripped(Text.string(entered));
        if (text == null || text.length() > MAX_LENGTH) {
            return null;
        }
        for (String scheme : new String[] {HTTPS, HTTP}) {
            if (text.regionMatches(true, 0, scheme, 0, scheme.length())) {
                String url = scheme + text.substring(scheme.length());
                return host(url) == null ? null : url;
            }
        }
        String url = text.startsWith("//") ? "https:" + text : HTTPS + text;
        String host = host(url);
        return host == null || host.indexOf('.') < 0 ? null : url;
    }

    /** The host of a link, in ASCII; null if there is none, or the rest is no link. */
    private static @Nullable String host(String url) {
        try {
            String authority = new URI(url).getRawAuthority();
            if (authority == null) {
                return null;
            }
            URI site = new URI(HTTPS + IDN.toASCII(authority, IDN.ALLOW_UNASSIGNED)).parseServerAuthority();
            String host = site.getHost();
            boolean isSite = site.getRawUserInfo() == null && site.getPort() <= MAX_PORT && host.length() <= MAX_HOST;
            return isSite ? host : null;
        } catch (URISyntaxException | IllegalArgumentException none) {
            return null;
        }
    }
}
