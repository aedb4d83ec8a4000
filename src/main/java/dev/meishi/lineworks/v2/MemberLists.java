package dev.meishi.lineworks.v2;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.Members;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Kind;
import dev.meishi.lineworks.UpstreamMember;
import dev.meishi.lineworks.http.JsonBody;
import dev.meishi.lineworks.http.TransportErrors;
import dev.meishi.lineworks.http.UpstreamCalls;
import dev.meishi.quota.Operation;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reads the lists of members, groups and organizations, one part after the other. */
final class MemberLists {

    /** By the vendor's pages; a larger part is answered by an empty one. */
    private static final int LARGEST_PART = 100;

    /** More parts than a company has that looks names up in this way: 20,000 members. */
    private static final int MAX_PARTS = 200;

    private final LineWorksV2Api api;
    private final UpstreamCalls calls;
    private final MemberReader reader = new MemberReader();

    MemberLists(LineWorksV2Api api, UpstreamCalls calls) {
        this.api = api;
        this.calls = calls;
    }

    /** An operation that lists, and what it calls its list. */
    private record Source(Operation operation, Members list, PartCall call, String scopes) {}

    @FunctionalInterface
    private interface PartCall {
        Uni<RestResponse<JsonBody>> make(String authorization, int count, @Nullable String cursor);
    }

    /** All of one kind. */
    Uni<List<UpstreamMember>> all(Kind.Sharer kind, String domainId, Ledger ledger) {
        return switch (kind) {
            case GROUP ->
                all(
                        new Source(Operation.LIST_GROUP_KEYS, list("groups"), api::groupKeys, "directory.read"),
                        domainId,
                        ledger);
            case ORGUNIT ->
                all(
                        new Source(
                                Operation.LIST_ORG_UNITS,
                                list("orgUnits"),
                                api::orgUnits,
                                "directory.read or orgunit.read"),
                        domainId,
                        ledger);
            case USER, UNKNOWN -> members(domainId, ledger);
        };
    }

    /** The free plan has no scope for the light list. */
    private Uni<List<UpstreamMember>> members(String domainId, Ledger ledger) {
        String scopes = "directory.read or user.read";
        Source light = new Source(Operation.LIST_MEMBER_KEYS, list("users"), api::memberKeys, scopes);
        Source full = new Source(Operation.LIST_MEMBERS, list("users"), api::members, scopes);
        return rest(light, domainId, ledger, null, new ArrayList<>(), MAX_PARTS)
                .onFailure(MemberLists::isForbidden)
                .recoverWithUni(() -> all(full, domainId, ledger));
    }

    private Uni<List<UpstreamMember>> all(Source source, String domainId, Ledger ledger) {
        return rest(source, domainId, ledger, null, new ArrayList<>(), MAX_PARTS)
                .onFailure(MemberLists::isForbidden)
                .transform(thrown -> withoutScope(thrown, source.scopes()));
    }

    private Uni<List<UpstreamMember>> rest(
            Source source,
            String domainId,
            Ledger ledger,
            @Nullable String cursor,
            List<UpstreamMember> before,
            int partsLeft) {
        return part(source, domainId, ledger, cursor).flatMap(part -> {
            before.addAll(ListPayload.itemsOf(part));
            String next = part.next();
            if (next == null) {
                return Uni.createFrom().item(before);
            }
            if (next.equals(cursor) || partsLeft == 1) {
                return Uni.createFrom().failure(TransportErrors.invalid("its list of members has no end"));
            }
            return rest(source, domainId, ledger, next, before, partsLeft - 1);
        });
    }

    private Uni<ListPayload<UpstreamMember>> part(
            Source source, String domainId, Ledger ledger, @Nullable String cursor) {
        return calls.make(
                source.operation(),
                domainId,
                ledger,
                authorization -> source.call().make(authorization, LARGEST_PART, cursor),
                body -> {
                    ListPayload<UpstreamMember> part = body.read(json -> ListPayload.read(json, source.list(), reader));
                    if (part == null) {
                        throw TransportErrors.invalid("its answer is empty");
                    }
                    return part;
                });
    }

    private static Members list(String name) {
        return Members.of(name, "responseMetaData");
    }

    private static boolean isForbidden(Throwable thrown) {
        return thrown instanceof Failure failure && failure.code() == ErrorCode.UPSTREAM_FORBIDDEN;
    }

    private static Failure withoutScope(Throwable forbidden, String scopes) {
        String upstreamCode = forbidden instanceof Failure failure ? failure.upstreamCode() : null;
        return new Failure(
                ErrorCode.UPSTREAM_FORBIDDEN,
                "LINE WORKS does not let the gateway read this list of names. It needs the scope " + scopes
                        + ", in meishi.upstream.scope and among the app's scopes in the Developer Console; ids need none.",
                upstreamCode,
                null,
                forbidden);
    }
}
