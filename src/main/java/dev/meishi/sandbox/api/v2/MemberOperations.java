package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.data.Member;
import dev.meishi.sandbox.data.People;
import dev.meishi.sandbox.data.Team;
import dev.meishi.sandbox.faults.DrawnFaults;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The directory: members, organisations, and the light lists of members' and groups' ids and names. */
final class MemberOperations {

    private static final int CAP = 100;

    private final AccessCheck access;
    private final People people;
    private final Cursors cursors;
    private final CurrentReadings readings;
    private final int domainId;

    MemberOperations(AccessCheck access, People people, Cursors cursors, CurrentReadings readings, int domainId) {
        this.access = access;
        this.people = people;
        this.cursors = cursors;
        this.readings = readings;
        this.domainId = domainId;
    }

    /** One member, without a wrapper. */
    Answer get(RoutingContext call, DrawnFaults drawn) {
        AccessToken token = access.check(call, AccessCheck.MEMBER);
        String id = QueryParameters.inPath(call, "userId");
        if (id.equals("me")) {
            id = token.member()
                    .orElseThrow(
                            () -> Refusals.of(403, "SERVICE_ACCOUNT_NOT_ALLOWED", "me needs the token of a member"));
        }
        return people.member(id)
                .map(member -> Answer.ok(body().member(member)))
                .orElseThrow(() -> Refusals.notFound("user does not exist"));
    }

    /** A page of members; no member of the simulator is a VIP. */
    Answer list(RoutingContext call, DrawnFaults drawn) {
        access.check(call, AccessCheck.MEMBER);
        QueryParameters parameters = QueryParameters.of(call);
        boolean byTime = parameters
                .oneOf("orderBy", "NAME", "CREATED_TIME")
                .orElse("NAME")
                .equals("CREATED_TIME");
        boolean descending = parameters
                .oneOf("sortOrder", "ASCENDING", "DESCENDING")
                .orElse("ASCENDING")
                .equals("DESCENDING");
        boolean vip = parameters.oneOf("searchFilterType", "VIP").isPresent();
        List<Member> members = new ArrayList<>(vip ? List.of() : people.members());
        if (!byTime) {
            members.sort(Comparator.comparing(Member::sortName).thenComparingInt(Member::number));
        }
        if (descending) {
            Collections.reverse(members);
        }
        return page(call, drawn, "users" + byTime + descending + vip, "users", members, body()::member);
    }

    /** A page of members' ids and names. */
    Answer keys(RoutingContext call, DrawnFaults drawn) {
        access.check(call, AccessCheck.DIRECTORY);
        String wanted = QueryParameters.of(call)
                .oneOf("hasExternalKey", "true", "false")
                .orElse("");
        List<Member> members = people.members().stream()
                .filter(member -> wanted.isEmpty() || wanted.equals("true") == (member.externalKey() != null))
                .toList();
        return page(call, drawn, "keys" + wanted, "users", members, body()::memberKey);
    }

    /** A page of groups' ids and names. */
    Answer groupKeys(RoutingContext call, DrawnFaults drawn) {
        access.check(call, AccessCheck.DIRECTORY);
        return page(call, drawn, "group keys", "groups", people.groups(), body()::groupKey);
    }

    /** A page of organisations. */
    Answer orgUnits(RoutingContext call, DrawnFaults drawn) {
        access.check(call, AccessCheck.ORG_UNIT);
        List<Team> orgUnits = people.orgUnits();
        return page(call, drawn, "orgunits", "orgUnits", orgUnits, body()::orgUnit);
    }

    private <T> Answer page(
            RoutingContext call,
            DrawnFaults drawn,
            String identity,
            String name,
            List<T> entries,
            Function<T, JsonObject> body) {
        QueryParameters parameters = QueryParameters.of(call);
        if (parameters
                .text("domainId")
                .filter(id -> !id.equals(String.valueOf(domainId)))
                .isPresent()) {
            throw Refusals.notFound("domain does not exist");
        }
        Readings current = readings.get();
        int count = parameters.count(CAP, current.lists().directoryCountAboveCap());
        return new KeyedPage<>(name, identity, ranked(entries), Ranked::key, entry -> body.apply(entry.value()))
                .answer(parameters, count, cursors, current.cursors(), drawn.faults());
    }

    private MemberBody body() {
        return new MemberBody(domainId, people.orgUnits(), readings.get().bodies());
    }

    /** The directory never changes, so a rank is a key. */
    private static <T> List<Ranked<T>> ranked(List<T> entries) {
        List<Ranked<T>> ranked = new ArrayList<>(entries.size());
        entries.forEach(entry -> ranked.add(new Ranked<>("%06d".formatted(ranked.size()), entry)));
        return ranked;
    }

    private record Ranked<T>(String key, T value) {}
}
