package dev.meishi.tag;

import static dev.meishi.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import dev.meishi.LongCaches;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.reset.UpstreamReset;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tag names cost at most one call, and no call while they are known. */
@QuarkusTest
@TestProfile(LongCaches.class)
class TagEconomyTest {

    private static final String HUNDRED =
            "{ contacts(first: 100) { nodes { resourceId tagResourceIds tags { name } } } }";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    Event<UpstreamReset> resets;

    @Inject
    Tags tags;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        // Calls that failed in another test would open the breaker.
        gateway.sandbox("DELETE", "/sandbox/faults", "");
        gateway.reset();
        resets.fire(UpstreamReset.CONTENT);
    }

    @Test
    void aHundredContactsCostOneTagCallAndASecondQueryNoneUntilTheAgeHasPassed() throws InterruptedException {
        JsonNode answer = gateway.ask(HUNDRED, Map.of());
        assertThat(answer.findValues("name")).isNotEmpty();
        assertThat(gateway.calls("listTags")).isEqualTo(1);

        gateway.ask(HUNDRED, Map.of());
        assertThat(gateway.calls("listTags")).isEqualTo(1);

        Thread.sleep(2_500);
        gateway.ask(HUNDRED, Map.of());
        assertThat(gateway.calls("listTags")).isEqualTo(2);
    }

    @Test
    void fiftyColdQueriesAtOnceMakeOneCall() {
        gateway.faults("/listTags", "{\"latency\":\"PT0.5S\"}");

        List<CompletableFuture<JsonNode>> queries =
                Stream.generate(() -> gateway.askAsync(HUNDRED)).limit(50).toList();

        assertThat(queries)
                .allSatisfy(query -> assertThat(query.join().has("errors")).isFalse());
        assertThat(gateway.calls("listTags")).isEqualTo(1);
    }

    /** The request of the first, with all that ends with it, is over before its call is answered. */
    @Test
    void theFirstGoesAwayAndTheOthersGetTheirTagsByItsCall() throws InterruptedException {
        gateway.faults("/listTags", "{\"latency\":\"PT1S\"}");
        UniAssertSubscriber<List<Tag>> first = UniAssertSubscriber.create();
        ManagedContext request = Arc.container().requestContext();

        request.activate();
        tags.all("1", new CurrentLedger().get()).subscribe().withSubscriber(first);
        request.terminate();
        List<CompletableFuture<JsonNode>> others =
                Stream.generate(() -> gateway.askAsync(HUNDRED)).limit(5).toList();
        eventually(() -> gateway.calls("listContacts") > 0);
        Thread.sleep(300);
        first.cancel();

        assertThat(others)
                .allSatisfy(query -> assertThat(query.join().has("errors")).isFalse());
        first.assertNotTerminated();
        assertThat(gateway.calls("listTags")).isEqualTo(1);
        assertThat(gateway.abandoned("listTags")).isZero();
    }

    @Test
    void aFailureIsSharedOnceAndNeverKept() {
        gateway.faults("/listTags", "{\"errors\":{\"503\":1.0},\"latency\":\"PT0.5S\"}");

        List<CompletableFuture<JsonNode>> queries =
                Stream.generate(() -> gateway.askAsync(HUNDRED)).limit(10).toList();

        assertThat(queries).allSatisfy(query -> {
            JsonNode answer = query.join();
            JsonNode contacts = answer.at("/data/contacts/nodes");
            long tagged = StreamSupport.stream(contacts.spliterator(), false)
                    .filter(contact -> !contact.path("tagResourceIds").isEmpty())
                    .count();
            assertThat(tagged).isBetween(1L, 99L);
            assertThat(contacts).hasSize(100).allSatisfy(contact -> {
                if (contact.path("tagResourceIds").isEmpty()) {
                    assertThat(contact.path("tags").isArray())
                            .as("nothing to look up")
                            .isTrue();
                } else {
                    assertThat(contact.path("tags").isNull()).isTrue();
                }
            });
            assertThat(answer.path("errors")).hasSize((int) tagged).allSatisfy(error -> {
                assertThat(error.at("/extensions/code").asText()).isEqualTo("UPSTREAM_UNAVAILABLE");
                assertThat(error.at("/extensions/retryable").asBoolean()).isTrue();
                assertThat(error.at("/path/3").asText()).isEqualTo("tags");
            });
        });
        assertThat(gateway.calls("listTags"))
                .as("asked again once, for all of them")
                .isEqualTo(2);

        gateway.reset();
        assertThat(gateway.ask(HUNDRED, Map.of()).has("errors")).isFalse();
        assertThat(gateway.calls("listTags")).isEqualTo(1);
    }

    @Test
    void aQueryWithoutTagsAsksForNone() {
        gateway.ask("{ contacts(first: 100) { nodes { tagResourceIds } } }", Map.of());

        assertThat(gateway.calls("listTags")).isZero();
    }

    @Test
    void aliasesAndSeveralPagesShareTheCall() {
        JsonNode answer = gateway.ask("""
                {
                  a: contacts(first: 3) { nodes { one: tags { id } two: tags { name } } }
                  b: contacts(first: 3, orderBy: {direction: DESC}) { nodes { tags { name } } }
                  tags { name }
                }""", Map.of());

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(gateway.calls("listTags")).isEqualTo(1);
    }
}
