package dev.meishi.server;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AsciiString;
import java.util.Iterator;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Which heads are served: those of which every reader, a proxy in front included, says the same about where the request
 * ends and which host it is for (RFC 9112, 3.2 and 6.3). The decoder refuses the rest of what is not HTTP; here its refusals get
 * their words.
 */
final class Heads {

    private Heads() {}

    /**
     * Looks at a head as the decoder hands it on.
     *
     * @return whether a body follows
     * @throws HeadRefused if it is not to be served
     */
    static boolean check(HttpRequest head) {
        DecoderResult decoded = head.decoderResult();
        if (!decoded.isSuccess()) {
            throw undecodable(decoded.cause());
        }
        HttpVersion version = head.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            throw new HeadRefused(
                    HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED,
                    "The version of the request is " + version + "; supported are HTTP/1.1 and HTTP/1.0.");
        }
        CharSequence host = null;
        CharSequence length = null;
        CharSequence coding = null;
        Iterator<Entry<CharSequence, CharSequence>> headers = head.headers().iteratorCharSequence();
        while (headers.hasNext()) {
            Entry<CharSequence, CharSequence> header = headers.next();
            CharSequence name = header.getKey();
            // Names mostly differ in length.
            switch (name.length()) {
                case 4 -> host = is(name, HttpHeaderNames.HOST) ? once(host, header) : host;
                case 14 -> length = is(name, HttpHeaderNames.CONTENT_LENGTH) ? once(length, header) : length;
                case 17 -> coding = is(name, HttpHeaderNames.TRANSFER_ENCODING) ? once(coding, header) : coding;
                default -> {}
            }
        }
        RequestTarget.check(head, checkedHost(host, version));
        return hasBody(length, coding);
    }

    private static boolean is(CharSequence name, AsciiString expected) {
        return AsciiString.contentEqualsIgnoreCase(name, expected);
    }

    private static CharSequence once(@Nullable CharSequence before, Entry<CharSequence, CharSequence> header) {
        if (before != null) {
            throw HeadRefused.badRequest("The request has the " + header.getKey() + " header twice.");
        }
        return header.getValue();
    }

    private static String checkedHost(@Nullable CharSequence host, HttpVersion version) {
        if (host == null && version.equals(HttpVersion.HTTP_1_0)) {
            return "";
        }
        if (host == null) {
            throw HeadRefused.badRequest("The Host header is missing.");
        }
        if (!HostName.isOne(host)) {
            throw HeadRefused.badRequest("The Host header must be a host name or an address, with or without a port.");
        }
        return host.toString();
    }

    private static boolean hasBody(@Nullable CharSequence length, @Nullable CharSequence coding) {
        if (coding != null) {
            if (length != null) {
                throw HeadRefused.badRequest("The request has both Content-Length and Transfer-Encoding.");
            }
            if (!AsciiString.contentEqualsIgnoreCase(coding, HttpHeaderValues.CHUNKED)) {
                throw HeadRefused.badRequest("The Transfer-Encoding must be chunked, the only one supported.");
            }
            return true;
        }
        if (length == null) {
            return false;
        }
        boolean isNumber = length.length() > 0;
        boolean isZero = true;
        for (int i = 0; i < length.length(); i++) {
            isNumber &= length.charAt(i) >= '0' && length.charAt(i) <= '9';
            isZero &= length.charAt(i) == '0';
        }
        if (!isNumber) {
            throw HeadRefused.badRequest("The Content-Length header must be a number.");
        }
        return !isZero;
    }

    private static HeadRefused undecodable(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return new HeadRefused(HttpResponseStatus.REQUEST_URI_TOO_LONG, "The request line is too long.");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return new HeadRefused(
                    HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers are too long in total.");
        }
        if (cause instanceof HeadRefused refused) {
            return refused;
        }
        return HeadRefused.badRequest("The request line or a header does not conform to HTTP/1.1 (RFC 9112).");
    }
}
