package dev.meishi.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Tells a {@link HeadDeadline} how far the requests of its connection are: sees them as they come out of the decoder, and
 * their answers as they go into the encoder.
 */
final class Exchanges extends ChannelDuplexHandler {

    private final HeadDeadline deadline;

    Exchanges(HeadDeadline deadline) {
        this.deadline = deadline;
    }

    /** A request without a body comes as both, a head and a last content, together or one after the other. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            deadline.hasHead();
        }
        if (message instanceof LastHttpContent) {
            deadline.hasRequest();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            deadline.hasAnswer();
        }
        super.write(context, message, promise);
    }

    /** Among these is the change to another protocol: the request that led to a WebSocket is never answered, nor cut. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
