package dev.meishi.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Loop}: who comes back, where, and after whom. */
class LoopTest {

    private static final Vertx VERTX = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    private final List<String> order = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch done = new CountDownLatch(1);
    private final Context loop = VERTX.getOrCreateContext();

    @AfterAll
    static void end() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void workComesBackToWhereItWasAskedFor(boolean isTurn) throws InterruptedException {
        Supplier<@Nullable Executor> where = isTurn ? Loop::nextTurn : Loop::here;
        AtomicReference<@Nullable Executor> home = new AtomicReference<>();
        CountDownLatch known = new CountDownLatch(1);
        loop.runOnContext(turn -> {
            home.set(where.get());
            known.countDown();
        });
        assertThat(known.await(10, TimeUnit.SECONDS)).isTrue();

        Objects.requireNonNull(home.get()).execute(() -> {
            order.add(loop.equals(Vertx.currentContext()) ? "here" : "elsewhere");
            done.countDown();
        });

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("here");
    }

    /** The bytes are there before the work is handed over, while the loop has not looked yet. */
    @Test
    void whoseBytesHaveComeIsServedBeforeTheNextTurn() throws Exception {
        withAnother((turns, another) -> {
            another.run();
            turns.execute(() -> order.add("work"));
            turns.execute(() -> done.countDown());
        });

        assertThat(order).containsExactly("other", "work");
    }

    /** As many as would be done in one go if they were merely scheduled. */
    @Test
    void whoseBytesComeDuringALongTurnIsServedBeforeTheOneAfterIt() throws Exception {
        withAnother((turns, another) -> {
            turns.execute(() -> {
                another.run();
                LockSupport.parkNanos(2 * Turns.NANOS_A_TURN);
            });
            turns.execute(() -> order.add("second"));
            turns.execute(() -> done.countDown());
        });

        assertThat(order).containsExactly("other", "second");
    }

    /** If only once, as the machine may stop for as long as a turn lasts. */
    @Test
    void shortPiecesShareATurn() throws Exception {
        boolean isShared = false;
        for (int attempt = 0; attempt < 20 && !isShared; attempt++) {
            order.clear();
            done = new CountDownLatch(1);
            withAnother((turns, another) -> {
                turns.execute(another);
                turns.execute(() -> order.add("second"));
                turns.execute(() -> order.add("third"));
                turns.execute(() -> VERTX.setTimer(50, afterwards -> done.countDown()));
            });
            isShared = order.equals(List.of("second", "third", "other"));
        }

        assertThat(isShared).as(order.toString()).isTrue();
    }

    /** On the loop, with something that makes another's bytes come to it. */
    private void withAnother(BiConsumer<Executor, Runnable> work) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NetSocket served = VERTX.createNetClient()
                    .connect(server.getLocalPort(), server.getInetAddress().getHostAddress())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            served.handler(bytes -> order.add("other"));
            try (Socket other = server.accept()) {
                loop.runOnContext(first -> work.accept(Objects.requireNonNull(Loop.nextTurn()), () -> send(other)));
                assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void whatFollowsInATurnIsDoneInIt() throws InterruptedException {
        loop.runOnContext(first -> {
            Executor follows = Objects.requireNonNull(Loop.thisOrNextTurn());
            Executor turns = Objects.requireNonNull(Loop.nextTurn());
            follows.execute(() -> order.add("first turn"));
            order.add("no turn");
            turns.execute(() -> {
                follows.execute(() -> order.add("second turn"));
                order.add("its end");
            });
            turns.execute(() -> done.countDown());
        });

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("no turn", "first turn", "second turn", "its end");
    }

    /** A piece that fails takes nobody's turn away. */
    @Test
    void thereAreTurnsAfterOneThatFails() throws InterruptedException {
        loop.runOnContext(first -> {
            Executor turns = Objects.requireNonNull(Loop.nextTurn());
            turns.execute(() -> {
                throw new IllegalStateException("for this test");
            });
            turns.execute(() -> done.countDown());
        });

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void send(Socket socket) {
        try {
            socket.getOutputStream().write(1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void withoutAnEventLoopItIsDoneAtOnceAndThereAreNoTurns() {
        Loop.here().execute(() -> order.add("here"));

        assertThat(order).containsExactly("here");
        assertThat(Loop.nextTurn()).isNull();
        assertThat(Loop.thisOrNextTurn()).isNull();
    }
}
