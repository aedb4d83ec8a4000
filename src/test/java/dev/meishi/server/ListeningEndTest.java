package dev.meishi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@link ListeningEnd}, with the connections that are in the backlog of a socket. */
@Tag("waiting")
class ListeningEndTest {

    /** More than an event loop fetches in one turn. */
    private static final int IN_THE_BACKLOG = 40;

    private final List<EventLoopGroup> groups = new ArrayList<>();
    private final List<Socket> callers = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (Socket caller : callers) {
            caller.close();
        }
        for (EventLoopGroup group : groups) {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        }
    }

    @Test
    void allThatTheSystemHasAcceptedAreServedBySelector() throws Exception {
        servesTheBacklog(new NioEventLoopGroup(1), new NioEventLoopGroup(1), BacklogChannel::new);
    }

    @Test
    void allThatTheSystemHasAcceptedAreServedWithoutAFilter() throws Exception {
        servesTheBacklog(new NioEventLoopGroup(1), new NioEventLoopGroup(1), NioServerSocketChannel::new);
    }

    @Test
    void allThatTheSystemHasAcceptedAreServedByEpoll() throws Exception {
        assumeTrue(Epoll.isAvailable(), "Linux");
        servesTheBacklog(new EpollEventLoopGroup(1), new EpollEventLoopGroup(1), EpollServerSocketChannel::new);
    }

    @Test
    void withTheFilterNoneBeginsAndThoseThereGoOn() throws Exception {
        assumeTrue(Epoll.isAvailable(), "Linux");
        Channel server = listen(new EpollEventLoopGroup(1), new EpollEventLoopGroup(1), EpollServerSocketChannel::new);
        Socket before = connect(server);

        assertThat(SynFilter.attach((EpollServerSocketChannel) server)).isTrue();

        assertThat(before.getInputStream().read()).isEqualTo('A');
        Socket after = new Socket();
        callers.add(after);
        assertThatThrownBy(() -> after.connect(server.localAddress(), 300)).isInstanceOf(SocketTimeoutException.class);
        before.getOutputStream().write('B');
        assertThat(before.getInputStream().read()).isEqualTo('B');
    }

    @Test
    void whoeverGoesOnComingDoesNotKeepASocketOfTheJdkOpen() {
        BacklogChannel endless = new BacklogChannel() {
            @Override
            protected int doReadMessages(List<Object> accepted) {
                return 1;
            }
        };

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> endless.closeWhenEmpty(Duration.ofMillis(50)), "it closes");

        assertThat(endless.isOpen()).isFalse();
    }

    @Test
    void whoeverGoesOnComingKeepsNoOtherSocketOpen() {
        EmbeddedChannel socket = new EmbeddedChannel();
        Object[] moreThanATurn = IntStream.range(0, IN_THE_BACKLOG).boxed().toArray();
        ListeningEnd.of(socket);
        socket.freezeTime();
        for (int milliseconds = 0; socket.isOpen() && milliseconds < 5_000; milliseconds += 5) {
            socket.writeInbound(moreThanATurn);
            socket.releaseInbound();
            socket.advanceTimeBy(5, TimeUnit.MILLISECONDS);
            socket.runScheduledPendingTasks();
        }

        assertThat(socket.isOpen()).isFalse();
    }

    /** The event loop is busy while they come, and when it is told to end. */
    private void servesTheBacklog(
            EventLoopGroup accepting, EventLoopGroup serving, ChannelFactory<? extends ServerChannel> factory)
            throws Exception {
        Channel server = listen(accepting, serving, factory);
        CountDownLatch free = new CountDownLatch(1);
        server.eventLoop().execute(() -> await(free));
        for (int i = 0; i < IN_THE_BACKLOG; i++) {
            connect(server);
        }

        ListeningEnd.of(server);
        Thread.sleep(400);
        free.countDown();

        server.closeFuture().sync();
        for (Socket caller : callers) {
            caller.setSoTimeout(5_000);
            assertThat(caller.getInputStream().read()).isEqualTo('A');
            caller.getOutputStream().write('B');
            assertThat(caller.getInputStream().read()).isEqualTo('B');
        }
        assertThatThrownBy(() -> connect(server)).isInstanceOf(ConnectException.class);
    }

    private Channel listen(
            EventLoopGroup accepting, EventLoopGroup serving, ChannelFactory<? extends ServerChannel> factory)
            throws InterruptedException {
        groups.add(accepting);
        groups.add(serving);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(accepting, serving)
                .channelFactory(factory)
                .childHandler(new Echo());
        return bootstrap
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sync()
                .channel();
    }

    private Socket connect(Channel server) throws IOException {
        Socket caller = new Socket();
        callers.add(caller);
        caller.connect(server.localAddress(), 5_000);
        return caller;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says A to whoever comes, and the same to whoever says something. */
    @ChannelHandler.Sharable
    private static final class Echo extends ChannelInboundHandlerAdapter {

        @Override
        public void channelActive(ChannelHandlerContext context) {
            context.writeAndFlush(Unpooled.wrappedBuffer(new byte[] {'A'}))
                    .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            context.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }
    }
}
