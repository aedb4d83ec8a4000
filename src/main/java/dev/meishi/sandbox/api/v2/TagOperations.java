package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.data.Tag;
import dev.meishi.sandbox.data.TenantData;
import dev.meishi.sandbox.faults.DrawnFaults;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;

/** {@code contact-tags} and {@code users/{userId}/contact-tags}. */
final class TagOperations {

    private static final int CAP = 500;

    private final AccessCheck access;
    private final TenantData data;
    private final Cursors cursors;
    private final CurrentReadings readings;

    TagOperations(AccessCheck access, TenantData data, Cursors cursors, CurrentReadings readings) {
        this.access = access;
        this.data = data;
        this.cursors = cursors;
        this.readings = readings;
    }

    /** A page of all tags, by name. */
    Answer all(RoutingContext call, DrawnFaults drawn) {
        access.check(call, AccessCheck.CONTACT);
        return list(call, drawn, "tags", data.tags());
    }

    /** A page of the tags of one member: the company's and those of its own. */
    Answer ofMember(RoutingContext call, DrawnFaults drawn) {
        AccessToken token = access.check(call, AccessCheck.CONTACT);
        String member = MemberInPath.of(call, token, data.people());
        List<Tag> seen = data.tags().stream()
                .filter(tag -> tag.userId() == null || Objects.equals(tag.userId(), member))
                .toList();
        return list(call, drawn, "tags of " + member, seen);
    }

    /** One tag, without a wrapper. */
    Answer get(RoutingContext call, DrawnFaults drawn) {
        access.check(call, AccessCheck.CONTACT);
        String id = QueryParameters.inPath(call, "contactTagId");
        return data.tags().stream()
                .filter(tag -> tag.id().equals(id))
                .findAny()
                .map(tag -> Answer.ok(body(tag)))
                .orElseThrow(() -> Refusals.notFound("contact tag does not exist"));
    }

    private Answer list(RoutingContext call, DrawnFaults drawn, String identity, List<Tag> tags) {
        Readings current = readings.get();
        QueryParameters parameters = QueryParameters.of(call);
        int count = parameters.count(CAP, current.lists().countAboveCap());
        return new KeyedPage<>("contactTags", identity, tags, Tag::name, this::body)
                .answer(parameters, count, cursors, current.cursors(), drawn.faults());
    }

    private JsonObject body(Tag tag) {
        JsonObject body = tag.toJson();
        boolean nulls = readings.get().bodies().nulls() == BodyReadings.Nulls.SENT;
        return nulls && tag.userId() == null ? body.putNull("userId") : body;
    }
}
