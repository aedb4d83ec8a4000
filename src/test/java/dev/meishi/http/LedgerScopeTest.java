package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.PageSource;
import dev.meishi.ledger.Urgency;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.Speaks;
import dev.meishi.lineworks.UpstreamApi;
import dev.meishi.reset.UpstreamReset;
import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a resolver is called for, root field or a batch of objects, it finds its operation's ledger. */
@QuarkusTest
@TestProfile(TwoClasses.class)
class LedgerScopeTest {

    private static final String QUERY =
            "{ contacts(first: 2) { nodes { tags { name } } } " + LedgerProbe.kept(PageSource.FRESH, 1) + "}";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LedgerProbe probe;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentLedger currentLedger;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Event<UpstreamReset> resets;

    @BeforeEach
    void startAfresh() {
        probe.reset();
        Watcher.SEEN.clear();
        resets.fire(UpstreamReset.CONTENT);
    }

    @Test
    void aBatchOfObjectsFindsTheLedgerOfTheirRootField() {
        assertThat(GraphqlClient.json(new GraphqlClient(address).ask(QUERY)).has("errors"))
                .isFalse();

        everyoneSawTheSame(5);
    }

    @Test
    void soItDoesOnAWebSocket() throws InterruptedException {
        Socket.with(address, Map.of("Authorization", TwoClasses.OFFICE))
                .initialised()
                .subscribe("a", QUERY)
                .next();

        everyoneSawTheSame(50);
    }

    /** Whoever goes on beyond its operation, or without one, has a ledger as well. */
    @Test
    void withoutAnOperationThereIsALedgerThatLetsPass() {
        Ledger ledger = currentLedger.get();

        assertThat(ledger.admission()
                        .declare(new CallEstimate("a", 1_000, "", ""))
                        .subscribeAsCompletionStage())
                .isCompleted();
        assertThat(ledger.urgency()).isEqualTo(Urgency.INTERACTIVE);
        assertThat(ledger.bypassesCache()).isFalse();
        assertThat(ledger.budget().allowed()).isEqualTo(Integer.MAX_VALUE);
        assertThat(ledger.patience()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
    }

    private void everyoneSawTheSame(int callsAllowed) {
        Ledger ofRootField = probe.seen.element();
        assertThat(ofRootField.budget().allowed()).isEqualTo(callsAllowed);
        assertThat(Watcher.SEEN).containsOnlyKeys("contacts", "tags");
        assertThat(Watcher.SEEN.values())
                .allSatisfy(ledger -> assertThat(ledger).isSameAs(ofRootField));
    }

    /** LINE WORKS as it is, with what each of its callers finds in its scope. */
    @Alternative
    @Singleton
    public static class Watcher {

        static final Map<String, Ledger> SEEN = new ConcurrentHashMap<>();

        @Produces
        @Alternative
        @Singleton
        LineWorks watched(@Speaks(UpstreamApi.V1) LineWorks lineWorks, CurrentLedger currentLedger) {
            return (LineWorks) Proxy.newProxyInstance(
                    LineWorks.class.getClassLoader(), new Class<?>[] {LineWorks.class}, (self, method, arguments) -> {
                        if (method.getReturnType() == Uni.class) {
                            SEEN.put(method.getName(), currentLedger.get());
                        }
                        return method.invoke(lineWorks, arguments);
                    });
        }
    }
}
