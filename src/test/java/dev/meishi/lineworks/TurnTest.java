package dev.meishi.lineworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** {@link Turn} on an event loop, and without one. */
class TurnTest {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void end() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void who_waited_already_comes_first() throws InterruptedException {
        List<String> order = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        Context loop = VERTX.getOrCreateContext();

        loop.runOnContext(first -> {
            loop.runOnContext(other -> order.add("other"));
            Turn.next(() -> {
                order.add(loop.equals(Vertx.currentContext()) ? "here" : "elsewhere");
                done.countDown();
            });
            order.add("first");
        });

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("first", "other", "here");
    }

    @Test
    void without_an_event_loop_it_is_done_at_once() {
        List<String> done = new ArrayList<>();

        Turn.next(() -> done.add("done"));

        assertThat(done).containsExactly("done");
    }
}
