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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reads the lists of members, groups and organizations, one part after the other. */
final class MemberLists {

    /** By the vendor's pages; a larger part is answered by an empty one. */
    private static final int LARGEST_PART = 100;

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
        return parts(light, domainId, ledger)
                .onFailure(MemberLists::isForbidden)
                .recoverWithUni(() -> all(full, domainId, ledger));
    }

    private Uni<List<UpstreamMember>> all(Source source, String domainId, Ledger ledger) {
        return parts(source, domainId, ledger)
                .onFailure(MemberLists::isForbidden)
                .transform(thrown -> withoutScope(thrown, source.scopes()));
    }

    /** What has been read of a list, and where it goes on; null if it does not. */
    private static final class Read {

        private final List<UpstreamMember> members = new ArrayList<>();
        private @Nullable String next;

        Read add(ListPayload<UpstreamMember> part) {
            if (part.next() != null && part.next().equals(next)) {
                throw TransportErrors.invalid("its list of members has no end");
            }
            members.addAll(ListPayload.itemsOf(part));
            next = part.next();
            return this;
        }
    }

    /** As many as there are, or as the ledger allows calls for. */
    private Uni<List<UpstreamMember>> parts(Source source, String domainId, Ledger ledger) {
        return Multi.createBy()
                .repeating()
                .uni(
                        Read::new,
                        read -> part(source, domainId, ledger, read.next).map(read::add))
                .whilst(read -> read.next != null)
                .collect()
                .last()
                .map(read -> read.members);
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
