package dev.meishi.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * The server's decoder, which refuses folded header lines as well. Netty joins them to the line before (RFC 9112, 5.2 has
 * both), where a proxy in front may have read a header of its own; once they are joined it cannot be seen any more.
 * {@link VertxHttpRequestDecoder} is one of Vert.x's internals.
 */
final class HeadDecoder extends VertxHttpRequestDecoder {

    private boolean isWithinBody;
    private boolean isWithinHead;

    HeadDecoder(HttpServerOptions options) {
        super(options);
    }

    /** Called with what is left of earlier pieces, which begins with a line as long as it is of a head. */
    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
        if (!isWithinBody && isFolded(in)) {
            in.skipBytes(in.readableBytes());
            HttpMessage refused = createInvalidMessage();
            refused.setDecoderResult(
                    DecoderResult.failure(
                            HeadRefused.badRequest(
                                    "The request has a header that is folded over several lines, which HTTP/1.1 does not allow (RFC 9112, section 5.2).")));
            out.add(refused);
            out.add(LastHttpContent.EMPTY_LAST_CONTENT);
            return;
        }
        int before = out.size();
        super.decode(context, in, out);
        for (int i = before; i < out.size(); i++) {
            Object decoded = out.get(i);
            isWithinBody = (isWithinBody || decoded instanceof HttpRequest) && !(decoded instanceof LastHttpContent);
            isWithinHead = false;
        }
    }

    private boolean isFolded(ByteBuf in) {
        int end = in.writerIndex();
        int line = in.readerIndex();
        while (line < end) {
            byte first = in.getByte(line);
            if (first == ' ' || first == '\t') {
                return true;
            }
            int feed = in.indexOf(line, end, (byte) '\n');
            if (feed < 0) {
                return false;
            }
            boolean isEmpty = feed == line || (first == '\r' && feed == line + 1);
            if (isEmpty && isWithinHead) {
                return false;
            }
            isWithinHead |= !isEmpty;
            line = feed + 1;
        }
        return false;
    }
}
