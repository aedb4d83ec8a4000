package dev.meishi.lineworks.v1;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.contact.Contact;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Authorization;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.Tenant;
import dev.meishi.lineworks.v1.LineWorksStub.Stub;
import dev.meishi.pages.CachedPages;
import dev.meishi.pages.PageLoader;
import dev.meishi.pages.Pages;
import dev.meishi.secret.Secret;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@link Authorization}: each call asks for its own header, and another header is another header only. */
@QuarkusTest
@WithTestResource(LineWorksStub.class)
@Timeout(60)
class AuthorizationTest {

    @Inject
    Upstream upstream;

    @Inject
    Tenant tenant;

    @Inject
    ScheduledExecutorService workers;

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    private final Tokens tokens = new Tokens();

    /** One token after the other, each of which takes a moment to get. */
    private static final class Tokens implements Authorization {

        private final AtomicInteger number = new AtomicInteger(1);
        private final List<String> rejected = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Uni<Secret> header() {
            return Uni.createFrom()
                    .item(() -> new Secret("Bearer token-" + number))
                    .onItem()
                    .delayIt()
                    .by(Duration.ofMillis(5));
        }

        @Override
        public Uni<Boolean> rejected(Secret header) {
            rejected.add(header.value());
            number.incrementAndGet();
            return Uni.createFrom().item(true);
        }
    }

    @BeforeEach
    void answer() {
        Calls.answering(server, "{\"contacts\":[]}");
    }

    @Test
    void eachCallSendsTheHeaderOfItsOwnMoment() {
        LineWorks lineWorks = lineWorks(tokens);
        Calls.list(lineWorks);
        tokens.number.incrementAndGet();

        Calls.list(lineWorks);

        assertThat(sent()).containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void aCallWhoseHeaderIsRejectedIsMadeOnceMoreWithAnother() {
        reject("Bearer token-1");
        Ledger ledger = Calls.ledger();
        int allowed = ledger.budget().left();

        Calls.answer(lineWorks(tokens).contacts(Calls.everything(), Calls.FIRST_TEN, Calls.CONTACT, ledger));

        assertThat(sent()).containsExactly("Bearer token-1", "Bearer token-2");
        assertThat(tokens.rejected).containsExactly("Bearer token-1");
        assertThat(allowed - ledger.budget().left()).as("each counts").isEqualTo(2);
    }

    @Test
    void aCallThatIsRejectedWithTheNextHeaderTooFails() {
        reject("Bearer token-1");
        reject("Bearer token-2");

        assertThat(Calls.failedList(lineWorks(tokens)).code()).isEqualTo(ErrorCode.UPSTREAM_UNAUTHORIZED);
        assertThat(sent()).containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void aCallThatFailsOtherwiseLeavesTheHeaderAsItIs() {
        Calls.answering(server, aResponse().withStatus(403));

        assertThat(Calls.failedList(lineWorks(tokens)).code()).isEqualTo(ErrorCode.UPSTREAM_FORBIDDEN);
        assertThat(tokens.rejected).isEmpty();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void withoutAnotherHeaderARejectedCallIsMadeOnce() {
        Calls.answering(server, aResponse().withStatus(401));

        assertThat(Calls.failedList(lineWorks(new ServerToken(tenant.serverToken(), Runnable::run, System::nanoTime)))
                        .code())
                .isEqualTo(ErrorCode.UPSTREAM_UNAUTHORIZED);
        assertThat(sent()).containsExactly("Bearer " + LineWorksStub.SERVER_TOKEN);
    }

    @Test
    void aTokenThatChangesInItsFileUnderLoadFailsNoCall(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "token-1");
        LineWorks lineWorks = lineWorks(new ServerToken(new Secret("file:" + file), workers, System::nanoTime));
        Calls.list(lineWorks);

        List<CompletableFuture<Page<Contact>>> calls = underWay(lineWorks);
        Path next = Files.writeString(directory.resolve("next"), "token-2\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        reject("Bearer token-1");
        calls.addAll(underWay(lineWorks));

        assertThat(calls).allSatisfy(call -> assertThat(call.join().items()).isEmpty());
        assertThat(sent()).startsWith("Bearer token-1").endsWith("Bearer token-2");
    }

    @Test
    void aCallThatGetsNoHeaderIsNotMadeAndUsesNoQuota() {
        Failure none = new Failure(ErrorCode.UPSTREAM_UNAUTHORIZED, "no token");
        Authorization failing = new Authorization() {
            @Override
            public Uni<Secret> header() {
                return Uni.createFrom().failure(none);
            }

            @Override
            public Uni<Boolean> rejected(Secret header) {
                throw new AssertionError("nothing was sent");
            }
        };

        Ledger ledger = Calls.ledger();
        assertThat(Calls.failure(
                        lineWorks(failing).contacts(Calls.everything(), Calls.FIRST_TEN, Calls.CONTACT, ledger)))
                .isSameAs(none);
        assertThat(sent()).isEmpty();
        assertThat(ledger.budget().spent()).as("calls of the quota").isZero();
    }

    @Test
    void renewingATokenEmptiesNoCache() {
        LineWorks lineWorks = lineWorks(tokens);
        Pages pages = CachedPages.fresh(Duration.ofMinutes(1));
        ContactSearch search = Calls.everything();
        read(pages, lineWorks, search);
        tokens.number.incrementAndGet();

        read(pages, lineWorks, search);
        read(pages, lineWorks(tokens, withToken("another")), search);

        assertThat(sent()).containsExactly("Bearer token-1");
    }

    @Test
    void anotherApplicationFindsNothingOfThisOneInTheCache() {
        assertThat(lineWorks(tokens, withToken("another")).view())
                .isEqualTo(lineWorks(tokens).view());
        assertThat(lineWorks(tokens, new Tenant("other-id", "1", tenant.consumerKey(), tenant.serverToken()))
                        .view())
                .isNotEqualTo(lineWorks(tokens).view());
        assertThat(lineWorks(tokens, new Tenant(tenant.apiId(), "1", Secret.of("other-key"), tenant.serverToken()))
                        .view())
                .isNotEqualTo(lineWorks(tokens).view());
    }

    private static List<CompletableFuture<Page<Contact>>> underWay(LineWorks lineWorks) {
        return IntStream.range(0, 100)
                .mapToObj(i -> lineWorks
                        .contacts(Calls.everything(), Calls.FIRST_TEN, Calls.CONTACT, Calls.ledger())
                        .subscribeAsCompletionStage())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private record ListKey(Object view, ContactSearch search) {}

    private record Loader(LineWorks lineWorks, ContactSearch search) implements PageLoader<Contact> {

        @Override
        public Uni<Page<Contact>> load(PageRequest page, Ledger ledger) {
            return lineWorks.contacts(search, page, Calls.CONTACT, ledger);
        }

        @Override
        public long weight(List<Contact> results) {
            return 0;
        }
    }

    private static void read(Pages pages, LineWorks lineWorks, ContactSearch search) {
        Calls.answer(pages.of(new ListKey(lineWorks.view(), search), "contacts", new Loader(lineWorks, search))
                .get(Calls.FIRST_TEN, Calls.ledger()));
    }

    private void reject(String header) {
        server.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo(header))
                .willReturn(aResponse().withStatus(401)));
    }

    private List<String> sent() {
        List<ServeEvent> events = new ArrayList<>(server.getAllServeEvents());
        Collections.reverse(events);
        return events.stream()
                .map(event -> event.getRequest().getHeader("Authorization"))
                .toList();
    }

    private Tenant withToken(String token) {
        return new Tenant(tenant.apiId(), tenant.domainId(), tenant.consumerKey(), Secret.of(token));
    }

    private LineWorks lineWorks(Authorization authorization) {
        return lineWorks(authorization, tenant);
    }

    private LineWorks lineWorks(Authorization authorization, Tenant whose) {
        return upstream.of(upstream.elsewhere(URI.create(server.baseUrl())), whose, authorization);
    }
}
