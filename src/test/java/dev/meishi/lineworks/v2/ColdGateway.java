package dev.meishi.lineworks.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.contact.Contact;
import dev.meishi.contact.ReadContact;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.CursorSeals;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.http.CallDurations;
import dev.meishi.lineworks.oauth.FreshTokens;
import dev.meishi.quota.Governor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** LINE WORKS as a gateway reaches it that has no token yet. */
@Singleton
class ColdGateway {

    private static final Duration PATIENCE = LineWorksV2Stub.DEADLINE.plusSeconds(20);

    private static final AtomicInteger DOMAINS = new AtomicInteger(2000);

    @Inject
    LineWorksV2Api api;

    @Inject
    UpstreamConfig config;

    @Inject
    FreshTokens tokens;

    @Inject
    CursorSeals seals;

    @Inject
    Governor governor;

    @Inject
    CallDurations durations;

    @Inject
    ApiPaths paths;

    @Inject
    ContactMembers members;

    @Inject
    UnknownMembers unknown;

    @Inject
    Photos photos;

    LineWorks lineWorks() {
        return new LineWorksV2(api, config, tokens.none(), seals, governor, durations, paths, members, unknown, photos);
    }

    /** Of a domain of its own, so that the quota of no other test is of any concern. */
    static ContactSearch everything() {
        return ContactSearch.ofAll(anyDomain());
    }

    static String anyDomain() {
        return String.valueOf(DOMAINS.incrementAndGet());
    }

    static Uni<Page<Contact>> list(LineWorks lineWorks) {
        return list(lineWorks, everything(), PageRequest.at(null, 10));
    }

    static Uni<Page<Contact>> list(LineWorks lineWorks, ContactSearch search, PageRequest page) {
        return lineWorks.contacts(search, page, ReadContact.strict(LineWorksV2Stub.DOMAIN), ledger());
    }

    /** The ledger of an operation that may do as it likes. */
    static Ledger ledger() {
        return new CurrentLedger().get();
    }

    static <T> T answer(Uni<T> call) {
        return call.await().atMost(PATIENCE);
    }

    static Failure failure(Uni<?> call) {
        Throwable thrown = catchThrowable(() -> answer(call));
        assertThat(thrown).isInstanceOf(Failure.class);
        return (Failure) thrown;
    }
}
