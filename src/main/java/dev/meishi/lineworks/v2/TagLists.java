package dev.meishi.lineworks.v2;

import dev.meishi.json.Members;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.http.TransportErrors;
import dev.meishi.lineworks.http.UpstreamCalls;
import dev.meishi.quota.Operation;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the list of tags, one part after the other. */
final class TagLists {

    private static final Members TAGS = Members.of("contactTags", "responseMetaData");

    /** By the vendor's page. */
    private static final int LARGEST_PART = 500;

    /** More parts than any list of tags has. */
    private static final int MAX_PARTS = 100;

    private final LineWorksV2Api api;
    private final UpstreamCalls calls;
    private final TagReader reader;

    TagLists(LineWorksV2Api api, UpstreamCalls calls, TagReader reader) {
        this.api = api;
        this.calls = calls;
        this.reader = reader;
    }

    /** All tags of a domain. */
    Uni<List<UpstreamTag>> all(String domainId, Ledger ledger) {
        return rest(domainId, ledger, null, new ArrayList<>(), MAX_PARTS);
    }

    private Uni<List<UpstreamTag>> rest(
            String domainId, Ledger ledger, @Nullable String cursor, List<UpstreamTag> before, int partsLeft) {
        return part(domainId, ledger, cursor).flatMap(part -> {
            before.addAll(ListPayload.itemsOf(part));
            String next = part.next();
            if (next == null) {
                return Uni.createFrom().item(before);
            }
            if (next.equals(cursor) || partsLeft == 1) {
                return Uni.createFrom().failure(TransportErrors.invalid("its list of tags has no end"));
            }
            return calls.inTime(rest(domainId, ledger, next, before, partsLeft - 1));
        });
    }

    private Uni<ListPayload<UpstreamTag>> part(String domainId, Ledger ledger, @Nullable String cursor) {
        return calls.make(
                Operation.LIST_TAGS,
                domainId,
                ledger,
                authorization -> api.tags(authorization, LARGEST_PART, cursor),
                body -> {
                    ListPayload<UpstreamTag> part = body.read(json -> ListPayload.read(json, TAGS, reader));
                    if (part == null) {
                        throw TransportErrors.invalid("its answer is empty");
                    }
                    return part;
                });
    }
}
