package dev.meishi.lineworks.v1;

import dev.meishi.connection.Cursor;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.JsonReader;
import dev.meishi.json.UnexpectedJson;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.Room;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.PrivateContactPayload;
import dev.meishi.lineworks.TagPayload;
import dev.meishi.lineworks.Tenant;
import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.View;
import dev.meishi.lineworks.http.RateLimitHeaders;
import dev.meishi.lineworks.http.TransportErrors;
import dev.meishi.loop.Loop;
import dev.meishi.quota.Governor;
import dev.meishi.quota.Operation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** LINE WORKS by its API 1.0: contacts v3, private contacts v1, and tags at a configured path. */
@Singleton
public class LineWorksV1 implements LineWorks {

    /** {@code YYYY-MM-DDThh:mm:ssTZD}, as the vendor's page writes it; a zero offset is {@code +00:00}. */
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    /** More parts than any list of tags has: one for every 500 of the most results LINE WORKS serves. */
    private static final int MAX_TAG_PAGES = Capabilities.OF_API_1.resultCap() / Capabilities.OF_API_1.largestPage();

    /** Not ids of anything, but ways to another path: they cannot be percent-encoded. */
    private static final Set<String> DOT_SEGMENTS = Set.of(".", "..");

    private final LineWorksV1Api api;
    private final UpstreamConfig config;
    private final Tenant tenant;
    private final UpstreamAddress address;
    private final View view;
    private final Governor governor;

    LineWorksV1(LineWorksV1Api api, UpstreamConfig config, Tenant tenant, UpstreamAddress address, Governor governor) {
        this.api = api;
        this.config = config;
        this.tenant = tenant;
        this.address = address;
        this.governor = governor;
        this.view = View.of(Long.toHexString(
                Cursor.fingerprint(tenant.apiId(), tenant.consumerKey().value())));
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.OF_API_1;
    }

    @Override
    public View view() {
        return view;
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
            ContactSearch search, PageRequest page, JsonReader.Value<C> contact, Ledger ledger) {
        Uni<Page<C>> found = call(
                Operation.LIST_CONTACTS,
                search.domainId(),
                ledger,
                () -> api.contacts(tenant.apiId(), search.domainId(), parameters(search, page)),
                body -> Answers.contacts(body.read(json -> ContactListPayload.read(json, contact)), page));
        Executor turn = page.isLarge() ? Loop.nextTurn() : null;
        return turn == null ? found : found.emitOn(turn);
    }

    @Override
    public <C> Uni<Optional<C>> contact(
            String domainId, String resourceId, JsonReader.Value<C> contact, Ledger ledger) {
        if (DOT_SEGMENTS.contains(resourceId)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return call(
                        Operation.GET_CONTACT,
                        domainId,
                        ledger,
                        () -> api.contact(tenant.apiId(), domainId, resourceId),
                        body -> Answers.contact(body.read(contact)))
                .onFailure(LineWorksV1::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    @Override
    public Uni<List<TagPayload>> tags(String domainId, Ledger ledger) {
        String path = config.tagsPath()
                .orElseThrow(() -> new Failure(
                        ErrorCode.FEATURE_DISABLED, "No tag source is configured; see meishi.upstream.tags-path."));
        String filled = path.replace("{apiId}", tenant.apiId()).replace("{domainId}", domainId);
        String url = address.uri().resolve(filled).toString();
        return tags(
                cursor -> call(
                        Operation.LIST_TAGS,
                        domainId,
                        ledger,
                        () -> api.tags(url, Capabilities.OF_API_1.largestPage(), cursor),
                        body -> new TagPart(Answers.tags(body), body.nextCursor())),
                null,
                new ArrayList<>(),
                MAX_TAG_PAGES);
    }

    @Override
    public boolean hasTags() {
        return config.tagsPath().isPresent();
    }

    @Override
    public Uni<Page<PrivateContactPayload>> privateContacts(String memberEmail, PageRequest page, Ledger ledger) {
        return call(
                Operation.LIST_PRIVATE_CONTACTS,
                tenant.domainId(),
                ledger,
                () -> api.privateContacts(tenant.apiId(), memberEmail, page.number(), page.size()),
                body -> Answers.privateContacts(body, page));
    }

    /** What an answer means is found out as part of the call: it may say with status 200 that LINE WORKS is down. */
    private <B, T> Uni<T> call(
            Operation operation,
            String domainId,
            Ledger ledger,
            Supplier<Uni<RestResponse<B>>> call,
            Function<B, T> meaning) {
        return governor.call(
                operation,
                domainId,
                ledger,
                quota -> inTime(call.get()
                        .invoke(response -> quota.accept(RateLimitHeaders.of(response)))
                        .onItem()
                        .transformToUni(response -> {
                            B body = response.getEntity();
                            return body == null
                                    ? Uni.createFrom().failure(Answers.empty())
                                    : Uni.createFrom().item(read(body, meaning));
                        })));
    }

    private static <B, T> T read(B body, Function<B, T> meaning) {
        try {
            return meaning.apply(body);
        } catch (Failure | UnexpectedJson known) {
            throw known;
        } catch (RuntimeException defect) {
            throw TransportErrors.unread(defect);
        }
    }

    private <T> Uni<T> inTime(Uni<T> work) {
        return work.ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure()
                .transform(thrown -> TransportErrors.from(thrown, config.timeout()));
    }

    private record TagPart(List<TagPayload> tags, @Nullable String nextCursor) {}

    private Uni<List<TagPayload>> tags(
            Function<@Nullable String, Uni<TagPart>> part,
            @Nullable String cursor,
            List<TagPayload> before,
            int partsLeft) {
        return part.apply(cursor).flatMap(found -> {
            before.addAll(found.tags());
            String next = found.nextCursor();
            if (next == null) {
                return Uni.createFrom().item(before);
            }
            if (next.equals(cursor) || partsLeft == 1) {
                return Uni.createFrom().failure(TransportErrors.invalid("its list of tags has no end"));
            }
            return inTime(tags(part, next, before, partsLeft - 1));
        });
    }

    /** In the vendor's spelling; what is not asked for is left out. */
    private static Map<String, String> parameters(ContactSearch search, PageRequest page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("page", String.valueOf(page.number()));
        parameters.put("maxResults", String.valueOf(page.size()));
        DateWindow between = search.between();
        if (between != null) {
            parameters.put("searchDateType", between.type().name());
            parameters.put("startDateTime", timestamp(between.from()));
            parameters.put("endDateTime", timestamp(between.to()));
        }
        put(parameters, "tagResourceId", search.tagResourceId());
        put(parameters, "open", search.open());
        put(parameters, "filterWorksAt", search.externalOnly() ? true : null);
        put(parameters, "userId", search.accessibleTo());
        put(parameters, "keyword", search.keyword());
        parameters.put("orderBy", search.orderBy().name());
        parameters.put("sortOrder", search.direction().name());
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    private static String timestamp(OffsetDateTime time) {
        return TIMESTAMP.format(time);
    }

    private static boolean isNotFound(Throwable thrown) {
        return thrown instanceof Failure failure && failure.code() == ErrorCode.NOT_FOUND;
    }
}
