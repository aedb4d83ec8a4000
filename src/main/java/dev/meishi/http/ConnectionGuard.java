package dev.meishi.http;

import io.netty.bootstrap.ServerBootstrap;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.util.function.Supplier;

/**
 * Puts an {@link Acceptor} behind every listening socket. Named in {@code META-INF/services}, which Quarkus reads while
 * it builds: what runs, natively as well, calls the constructor.
 *
 * <p>The way leads through Vert.x's transport because nothing nearer is open. Vert.x's idle timeout starts anew with
 * each byte; its {@code connectionHandler} is taken by Quarkus, and called after the first head; Netty's
 * {@code ChannelInitializerExtension} needs a system property and is looked up by Netty's class loader, which in
 * development and tests is not the application's. Two of Vert.x's internals are used: {@link VertxBuilder}, which its
 * provider interface hands over, and {@link JDKTransport}.
 */
public final class ConnectionGuard implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        if (!builder.findTransport().getClass().equals(JDKTransport.class)) {
            throw new IllegalStateException("Connections are guarded on the JDK's transport alone, not on "
                    + builder.findTransport().getClass().getName());
        }
        builder.findTransport(new GuardedTransport(ConnectionLimits::configured));
    }

    /** The JDK's transport, its limits read when a server begins to listen: not every Vert.x has one. */
    static final class GuardedTransport extends JDKTransport {

        private final Supplier<ConnectionLimits> limits;

        GuardedTransport(Supplier<ConnectionLimits> limits) {
            this.limits = limits;
        }

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            bootstrap.handler(new Acceptor(limits.get()));
        }
    }
}
