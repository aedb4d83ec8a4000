package dev.meishi.lineworks.v1;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.contact.Contact;
import dev.meishi.contact.ReadContact;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import dev.meishi.lineworks.ContactSearch.OrderBy;
import dev.meishi.lineworks.ContactSearch.SortOrder;
import dev.meishi.lineworks.LineWorks;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls of contract tests, each about a domain of its own, so that nothing kept from one call answers another. */
final class Calls {

    static final PageRequest FIRST_TEN = new PageRequest(1, 10);

    /** Longer than any call may take. */
    private static final Duration PATIENCE = LineWorksStub.DEADLINE.plusSeconds(20);

    static final Supplier<ContactBuilder<Contact>> CONTACT = ReadContact.strict("1");

    private static final AtomicInteger DOMAINS = new AtomicInteger(2000);

    private Calls() {}

    /** The ledger of an operation that may do as it likes. */
    static Ledger ledger() {
        return new CurrentLedger().get();
    }

    static String anyDomain() {
        return String.valueOf(DOMAINS.incrementAndGet());
    }

    static ContactSearch everything() {
        return search(null, null);
    }

    static ContactSearch everything(String domain) {
        return search(domain, null, null);
    }

    static ContactSearch search(@Nullable String keyword, @Nullable DateWindow between) {
        return search(anyDomain(), keyword, between);
    }

    private static ContactSearch search(String domain, @Nullable String keyword, @Nullable DateWindow between) {
        return new ContactSearch(
                domain, keyword, null, null, false, null, between, OrderBy.CREATION_TIME, SortOrder.ASC);
    }

    static Page<Contact> list(LineWorks lineWorks) {
        return answer(lineWorks.contacts(everything(), FIRST_TEN, CONTACT, ledger()));
    }

    static Failure failedList(LineWorks lineWorks) {
        return failure(lineWorks.contacts(everything(), FIRST_TEN, CONTACT, ledger()));
    }

    static <T> T answer(Uni<T> call) {
        return call.await().atMost(PATIENCE);
    }

    static Failure failure(Uni<?> call) {
        Throwable thrown = catchThrowable(() -> answer(call));
        assertThat(thrown).isInstanceOf(Failure.class);
        return (Failure) thrown;
    }

    /** Whatever is asked is answered like this. */
    static void answering(WireMockServer server, ResponseDefinitionBuilder answer) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    static void answering(WireMockServer server, String json) {
        answering(server, okJson(json));
    }

    /** The one request that was made. */
    static LoggedRequest onlyRequest(WireMockServer server) {
        assertThat(server.getAllServeEvents())
                .extracting(ServeEvent::getRequest)
                .hasSize(1);
        return server.getAllServeEvents().get(0).getRequest();
    }
}
