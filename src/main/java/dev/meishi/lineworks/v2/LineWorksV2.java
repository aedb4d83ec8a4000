package dev.meishi.lineworks.v2;

import dev.meishi.connection.CursorSeal;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.Members;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.Room;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.CursorSeals;
import dev.meishi.lineworks.Kind;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.Speaks;
import dev.meishi.lineworks.UpstreamApi;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.UpstreamMember;
import dev.meishi.lineworks.UpstreamPhoto;
import dev.meishi.lineworks.UpstreamPrivateContact;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.View;
import dev.meishi.lineworks.http.CallDurations;
import dev.meishi.lineworks.http.JsonBody;
import dev.meishi.lineworks.http.TransportErrors;
import dev.meishi.lineworks.http.UpstreamCalls;
import dev.meishi.lineworks.oauth.AccessTokens;
import dev.meishi.loop.Loop;
import dev.meishi.quota.Governor;
import dev.meishi.quota.Operation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** LINE WORKS by its API 2.0. */
@Singleton
@Speaks(UpstreamApi.V2)
public class LineWorksV2 implements LineWorks {

    private static final Members CONTACTS = Members.of("contacts", "responseMetaData");

    /** Not ids of anything, but ways to another path: they cannot be percent-encoded. */
    private static final Set<String> DOT_SEGMENTS = Set.of(".", "..");

    private final LineWorksV2Api api;
    private final View view;
    private final CursorSeal seal;
    private final Governor governor;
    private final UpstreamCalls calls;
    private final ContactMembers members;
    private final TagLists tags;
    private final MemberLists directory;
    private final Photos photos;

    LineWorksV2(
            LineWorksV2Api api,
            UpstreamConfig config,
            AccessTokens tokens,
            CursorSeals seals,
            Governor governor,
            CallDurations durations,
            ApiPaths paths,
            ContactMembers members,
            UnknownMembers unknown,
            Photos photos) {
        this.api = api;
        this.view = tokens.view();
        this.seal = seals.of(view, tokens.sealing());
        this.governor = governor;
        this.calls = new UpstreamCalls(governor, tokens, durations.to(paths), config.timeout());
        this.members = members;
        this.tags = new TagLists(api, calls, new TagReader(unknown));
        this.directory = new MemberLists(api, calls);
        this.photos = photos;
    }

    @Override
    public Capabilities capabilities() {
        return ApiCapabilities.OF_API_2;
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
        String member = search.accessibleTo();
        if (member != null && DOT_SEGMENTS.contains(member)) {
            return Uni.createFrom().failure(noMember());
        }
        UnaryOperator<Uni<RestResponse<JsonBody>>> turn = page.isLarge() ? Loop.inTurn() : UnaryOperator.identity();
        Uni<Page<C>> found = calls.make(
                member == null ? Operation.LIST_CONTACTS : Operation.LIST_MEMBER_CONTACTS,
                search.domainId(),
                ledger,
                authorization -> turn.apply(list(authorization, member, parameters)),
                body -> ListPayload.page(
                        body.read(json ->
                                ListPayload.read(json, CONTACTS, ContactReader.ofList(members, builders.get()))),
                        page,
                        ApiCapabilities.OF_API_2.largestPage()));
        return page.cursor() == null
                ? found
                : found.onFailure(LineWorksV2::isRejected).transform(LineWorksV2::stale);
    }

    private Uni<RestResponse<JsonBody>> list(
            String authorization, @Nullable String member, Map<String, String> parameters) {
        return member == null
                ? api.contacts(authorization, parameters)
                : api.memberContacts(authorization, member, parameters);
    }

    @Override
    public <C> Uni<Optional<C>> contact(
            String domainId, String resourceId, Supplier<ContactBuilder<C>> builders, Ledger ledger) {
        if (DOT_SEGMENTS.contains(resourceId)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return calls.make(
                        Operation.GET_CONTACT,
                        domainId,
                        ledger,
                        authorization -> api.contact(authorization, resourceId),
                        body -> present(
                                body.read(json -> ContactReader.single(json, resourceId, members, builders.get()))))
                .onFailure(LineWorksV2::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    @Override
    public Uni<UpstreamPhoto> photo(String domainId, String resourceId, @Nullable String tag, Ledger ledger) {
        return photos.open(calls, domainId, resourceId, tag, ledger);
    }

    private static <C> Optional<C> present(@Nullable C contact) {
        if (contact == null) {
            throw TransportErrors.invalid("its answer is empty");
        }
        return Optional.of(contact);
    }

    @Override
    public Uni<List<UpstreamTag>> tags(String domainId, Ledger ledger) {
        return tags.all(domainId, ledger);
    }

    @Override
    public boolean hasTags() {
        return true;
    }

    @Override
    public Uni<List<UpstreamMember>> members(Kind.Sharer kind, String domainId, Ledger ledger) {
        return directory.all(kind, domainId, ledger);
    }

    @Override
    public Uni<Page<UpstreamPrivateContact>> privateContacts(String memberEmail, PageRequest page, Ledger ledger) {
        return Uni.createFrom()
                .failure(new Failure(
                        ErrorCode.FEATURE_DISABLED,
                        "API 2.0 of LINE WORKS has no private contacts. Ask for contacts with filter.accessibleTo."));
    }

    private static Failure noMember() {
        return new Failure(ErrorCode.NOT_FOUND, "LINE WORKS has no member of the id in filter.accessibleTo.");
    }

    /** What was accepted for the page before can be rejected for its cursor alone. */
    private static boolean isRejected(Throwable thrown) {
        return is(thrown, ErrorCode.UPSTREAM_REJECTED);
    }

    private static boolean isNotFound(Throwable thrown) {
        return is(thrown, ErrorCode.NOT_FOUND);
    }

    private static boolean is(Throwable thrown, ErrorCode code) {
        return thrown instanceof Failure failure && failure.code() == code;
    }

    private static Failure stale(Throwable refused) {
        String upstreamCode = refused instanceof Failure failure ? failure.upstreamCode() : null;
        return new Failure(
                ErrorCode.CURSOR_STALE,
                "LINE WORKS does not accept its own cursor to the next page any more; start this list without a cursor.",
                upstreamCode,
                null,
                refused);
    }
}
