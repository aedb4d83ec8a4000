package dev.meishi.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollChannelOption;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.EpollTransport;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.transport.Transport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Puts an {@link Acceptor} behind every listening socket. Named in {@code META-INF/services}, which Quarkus reads while
 * it builds: what runs, natively as well, calls the constructor.
 *
 * <p>The way leads through Vert.x's transport because nothing nearer is open. Vert.x's idle timeout starts again with
 * each byte; its {@code connectionHandler} is taken by Quarkus, and called after the first head; Netty's
 * {@code ChannelInitializerExtension} needs a system property and is looked up by Netty's class loader, which in
 * development and tests is not the application's. These of Vert.x's internals are used: {@link VertxBuilder}, which its
 * provider interface hands over, {@link JDKTransport} and {@link EpollTransport}.
 */
public final class ConnectionGuard implements VertxServiceProvider {

    private static final Logger LOG = Logger.getLogger(ConnectionGuard.class);

    /** Takes the place of the transport found; one that it cannot guard gives way to the JDK's, which is always there. */
    @Override
    public void init(VertxBuilder builder) {
        Transport found = builder.findTransport();
        if (found.getClass().equals(EpollTransport.class) || isEpollLeftOut(builder, found)) {
            builder.findTransport(new GuardedEpoll(ConnectionLimits::configured));
            LOG.info("Connections go through Linux's epoll");
        } else {
            builder.findTransport(new GuardedJdk(ConnectionLimits::configured));
            LOG.infof("Connections go through the JDK's selector: %s", reason(builder, found));
        }
    }

    /** In a native binary Quarkus has the JDK's transport whatever is preferred, though Netty's epoll works there too. */
    private static boolean isEpollLeftOut(VertxBuilder builder, Transport found) {
        return builder.options().getPreferNativeTransport()
                && found.getClass().equals(JDKTransport.class)
                && new EpollTransport().isAvailable();
    }

    private static String reason(VertxBuilder builder, Transport found) {
        if (!builder.options().getPreferNativeTransport()) {
            return "quarkus.vertx.prefer-native-transport is false";
        }
        if (!found.getClass().equals(JDKTransport.class)) {
            return found.getClass().getName() + " cannot be guarded";
        }
        Throwable cause = new EpollTransport().unavailabilityCause();
        return "there is no epoll" + (cause == null ? "" : ", " + cause);
    }

    private static void guard(ServerBootstrap bootstrap, Supplier<ConnectionLimits> limits) {
        bootstrap.handler(new Acceptor(limits.get()));
    }

    /** The JDK's transport, its limits read when a server begins to listen: not every Vert.x has one. */
    static final class GuardedJdk extends JDKTransport {

        private final Supplier<ConnectionLimits> limits;

        GuardedJdk(Supplier<ConnectionLimits> limits) {
            this.limits = limits;
        }

        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            return domainSocket ? super.serverChannelFactory(true) : BacklogChannel::new;
        }

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            guard(bootstrap, limits);
        }
    }

    /**
     * The same of Linux's own, which can also be told how much to take that it cannot send yet: it would take megabytes
     * for a client that reads nothing, and a server that has nothing left to send cannot notice that.
     */
    static final class GuardedEpoll extends EpollTransport {

        /**
         * Some slices of a {@link Delivery}: with two, each is waited for twice, which is a twentieth of the time that an
         * answer with 500 cached contacts takes.
         */
        private static final long UNSENT = 6L * Delivery.SLICE;

        private final Supplier<ConnectionLimits> limits;

        GuardedEpoll(Supplier<ConnectionLimits> limits) {
            this.limits = limits;
        }

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            if (!domainSocket) {
                bootstrap.childOption(EpollChannelOption.TCP_NOTSENT_LOWAT, UNSENT);
            }
            guard(bootstrap, limits);
        }
    }
}
