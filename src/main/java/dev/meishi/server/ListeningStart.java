package dev.meishi.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The start of a listening socket. Where the system refuses it a port, the failure names the port and its setting, and is
 * the same over each transport: its root is a {@link BindException}, which Linux's own does not throw, and by which
 * Quarkus knows in development that nothing is to be started in place of the application.
 */
final class ListeningStart extends ChannelOutboundHandlerAdapter {

    private static final int HIGHEST_PORT = 65_535;

    @Override
    public void bind(ChannelHandlerContext context, SocketAddress address, ChannelPromise promise) {
        context.bind(address).addListener(done -> {
            if (done.isSuccess()) {
                promise.setSuccess();
            } else {
                promise.setFailure(refused(address, done.cause()));
            }
        });
    }

    /** A failure that no {@code BindException} itself is: Quarkus would put words of its own before the message of one. */
    private static Throwable refused(SocketAddress address, Throwable cause) {
        if (!(address instanceof InetSocketAddress inet) || !(cause instanceof IOException)) {
            return cause;
        }
        String text = text(inet, setting(inet.getPort()), String.valueOf(cause.getMessage()));
        return new IOException(text, new BindException(text));
    }

    /** What is said of a port that cannot be had. */
    static String text(InetSocketAddress address, String setting, String reason) {
        int port = address.getPort();
        if (!reason.contains("in use")) {
            return "Port " + port + " of " + address.getHostString() + " cannot be opened (" + reason
                    + "); set another with " + setting + ".";
        }
        int other = port < HIGHEST_PORT ? port + 1 : port - 1;
        return "Port " + port + " is in use by another process; end that, or take another port, such as -D" + setting
                + "=" + other + ".";
    }

    private static String setting(int port) {
        return ConfigProvider.getConfig()
                .getOptionalValue("quarkus.management.port", Integer.class)
                .filter(management -> management == port)
                .map(management -> "quarkus.management.port")
                .orElse("quarkus.http.port");
    }
}
