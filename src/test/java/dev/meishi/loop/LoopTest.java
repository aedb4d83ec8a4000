package dev.meishi.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** {@link Loop}: who comes back, where, and when. */
class LoopTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final List<String> order = new CopyOnWriteArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);

    @AfterAll
    static void end() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoWaitedAlreadyComesFirst() throws InterruptedException {
        Context loop = VERTX.getOrCreateContext();

        loop.runOnContext(first -> {
            loop.runOnContext(other -> order.add("other"));
            Loop.here().execute(() -> {
                order.add("then");
                done.countDown();
            });
            order.add("first");
        });

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("first", "other", "then");
    }

    @Test
    void itIsTheLoopThatItWasAskedOnWhoeverComesBackToIt() throws InterruptedException {
        Context loop = VERTX.getOrCreateContext();
        AtomicReference<Executor> here = new AtomicReference<>();
        CountDownLatch known = new CountDownLatch(1);
        loop.runOnContext(turn -> {
            here.set(Loop.here());
            known.countDown();
        });
        assertThat(known.await(10, TimeUnit.SECONDS)).isTrue();

        here.get().execute(() -> {
            order.add(loop.equals(Vertx.currentContext()) ? "here" : "elsewhere");
            done.countDown();
        });

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("here");
    }

    @Test
    void withoutAnEventLoopItIsDoneAtOnce() {
        Loop.here().execute(() -> order.add("done"));

        assertThat(order).containsExactly("done");
    }
}
