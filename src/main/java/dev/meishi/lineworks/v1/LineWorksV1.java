package dev.meishi.lineworks.v1;

import dev.meishi.connection.Cursor;
import dev.meishi.connection.CursorSeal;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.Room;
import dev.meishi.lineworks.Authorization;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.CursorSeals;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.Speaks;
import dev.meishi.lineworks.Tenant;
import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamApi;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.UpstreamPrivateContact;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.View;
import dev.meishi.lineworks.http.CallDurations;
import dev.meishi.lineworks.http.JsonBody;
import dev.meishi.lineworks.http.UpstreamCalls;
import dev.meishi.loop.Loop;
import dev.meishi.quota.Governor;
import dev.meishi.quota.Operation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestResponse;

/** LINE WORKS by its API 1.0: contacts v3, private contacts v1, and tags at a configured path. */
@Singleton
@Speaks(UpstreamApi.V1)
public class LineWorksV1 implements LineWorks {

    /** Not ids of anything, but ways to another path: they cannot be percent-encoded. */
    private static final Set<String> DOT_SEGMENTS = Set.of(".", "..");

    private final LineWorksV1Api api;
    private final UpstreamConfig config;
    private final Tenant tenant;
    private final UpstreamAddress address;
    private final View view;
    private final CursorSeal seal;
    private final Governor governor;
    private final UpstreamCalls calls;

    LineWorksV1(
            LineWorksV1Api api,
            UpstreamConfig config,
            Tenant tenant,
            UpstreamAddress address,
            Authorization authorization,
            CursorSeals seals,
            Governor governor,
            CallDurations durations) {
        this.api = api;
        this.config = config;
        this.tenant = tenant;
        this.address = address;
        this.governor = governor;
        this.calls = new UpstreamCalls(
                governor, authorization, durations.to(new ApiPaths(config, address)), config.timeout());
        this.view = View.of(Long.toHexString(
                Cursor.fingerprint(tenant.apiId(), tenant.consumerKey().value())));
        this.seal = seals.of(view, tenant.consumerKey());
    }

    @Override
    public Capabilities capabilities() {
        return ApiCapabilities.OF_API_1;
    }

    @Override
    public View view() {
        return view;
    }

    @Override
    public CursorSeal cursorSeal() {
        return seal;
    }

    @Override
    public Room roomForPages(String domainId, Ledger ledger) {
        return governor.room(Operation.LIST_CONTACTS, domainId, ledger);
    }

    @Override
    public Room roomForContacts(String domainId, Ledger ledger) {
        return governor.room(Operation.GET_CONTACT, domainId, ledger);
    }

    @Override
    public <C> Uni<Page<C>> contacts(
            ContactSearch search, PageRequest page, Supplier<ContactBuilder<C>> builders, Ledger ledger) {
        Map<String, String> parameters = ListParameters.of(search, page);
        UnaryOperator<Uni<RestResponse<JsonBody>>> turn = page.isLarge() ? Loop.inTurn() : UnaryOperator.identity();
        return call(
                Operation.LIST_CONTACTS,
                search.domainId(),
                ledger,
                authorization -> turn.apply(api.contacts(authorization, tenant.apiId(), search.domainId(), parameters)),
                body -> ResponseChecks.contacts(
                        body.read(json -> ContactListPayload.read(json, ContactReader.ofList(builders.get()))), page));
    }

    @Override
    public <C> Uni<Optional<C>> contact(
            String domainId, String resourceId, Supplier<ContactBuilder<C>> builders, Ledger ledger) {
        if (DOT_SEGMENTS.contains(resourceId)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return call(
                        Operation.GET_CONTACT,
                        domainId,
                        ledger,
                        authorization -> api.contact(authorization, tenant.apiId(), domainId, resourceId),
                        body -> ResponseChecks.contact(
                                body.read(json -> ContactReader.single(json, resourceId, builders.get()))))
                .onFailure(LineWorksV1::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    @Override
    public Uni<List<UpstreamTag>> tags(String domainId, Ledger ledger) {
        String path = config.tagsPath()
                .orElseThrow(() -> new Failure(
                        ErrorCode.FEATURE_DISABLED, "No tag source is configured; see meishi.upstream.tags-path."));
        String filled = path.replace("{apiId}", tenant.apiId()).replace("{domainId}", domainId);
        String url = address.uri().resolve(filled).toString();
        return TagParts.all(
                cursor -> call(
                        Operation.LIST_TAGS,
                        domainId,
                        ledger,
                        authorization -> api.tags(authorization, url, ApiCapabilities.OF_API_1.largestPage(), cursor),
                        body -> new TagParts.Part(ResponseChecks.tags(body), body.nextCursor())),
                calls::inTime);
    }

    @Override
    public boolean hasTags() {
        return config.tagsPath().isPresent();
    }

    @Override
    public Uni<Page<UpstreamPrivateContact>> privateContacts(String memberEmail, PageRequest page, Ledger ledger) {
        int number = ListParameters.number(page);
        return call(
                Operation.LIST_PRIVATE_CONTACTS,
                tenant.domainId(),
                ledger,
                authorization -> api.privateContacts(authorization, tenant.apiId(), memberEmail, number, page.size()),
                body -> ResponseChecks.privateContacts(body, page));
    }

    private <B, T> Uni<T> call(
            Operation operation,
            String domainId,
            Ledger ledger,
            Function<String, Uni<RestResponse<B>>> call,
            Function<B, T> meaning) {
        return calls.make(operation, domainId, ledger, call, meaning);
    }

    private static boolean isNotFound(Throwable thrown) {
        return thrown instanceof Failure failure && failure.code() == ErrorCode.NOT_FOUND;
    }
}
