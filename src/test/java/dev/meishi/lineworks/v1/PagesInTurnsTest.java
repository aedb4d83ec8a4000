package dev.meishi.lineworks.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.PageRequest;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.http.JsonBody;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of large pages that have come at the same time, contacts of one alone are in memory. */
@QuarkusTest
class PagesInTurnsTest {

    private static final int PAGES = 3;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Upstream upstream;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Vertx vertx;

    private final List<UniEmitter<? super RestResponse<JsonBody>>> calls = new ArrayList<>();
    private final List<String> order = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {500, 200, 10})
    void aPageIsReadWhenTheOneBeforeHasBeenMadeUseOf(int size) throws InterruptedException {
        CountDownLatch used = new CountDownLatch(PAGES);
        LineWorks lineWorks = upstream.through(api());
        Context loop = vertx.getOrCreateContext();
        loop.runOnContext(first -> {
            for (int page = 0; page < PAGES; page++) {
                lineWorks
                        .contacts(
                                Calls.everything(),
                                new PageRequest(1, size),
                                () -> {
                                    order.add("read");
                                    return Calls.CONTACT.get();
                                },
                                Calls.ledger())
                        .subscribe()
                        .with(
                                found -> {
                                    order.add("used");
                                    used.countDown();
                                },
                                thrown -> order.add(thrown.toString()));
            }
            calls.forEach(call -> call.complete(RestResponse.ok(empty())));
        });

        assertThat(used.await(10, TimeUnit.SECONDS)).as(order.toString()).isTrue();
        assertThat(order).containsExactly("read", "used", "read", "used", "read", "used");
    }

    /** Answers when it is told to. */
    private LineWorksV1Api api() {
        return (LineWorksV1Api) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {LineWorksV1Api.class},
                (proxy, method, arguments) -> Uni.createFrom().<RestResponse<JsonBody>>emitter(calls::add));
    }

    private static JsonBody empty() {
        byte[] json = "{\"contacts\":[]}".getBytes(StandardCharsets.UTF_8);
        try {
            return new JsonBody.Untouched()
                    .readFrom(
                            JsonBody.class,
                            JsonBody.class,
                            new Annotation[0],
                            MediaType.APPLICATION_JSON_TYPE,
                            new MultivaluedHashMap<>(),
                            new ByteArrayInputStream(json));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
