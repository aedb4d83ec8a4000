package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.data.ContactEntry;
import dev.meishi.sandbox.data.ContactPage;
import dev.meishi.sandbox.data.KeysetQuery;
import dev.meishi.sandbox.data.SortKey;
import dev.meishi.sandbox.data.TenantData;
import dev.meishi.sandbox.faults.DrawnFaults;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** {@code contacts} and {@code users/{userId}/contacts}: pages of contacts. */
final class ContactLists {

    private static final int CAP = 500;

    private final AccessCheck access;
    private final TenantData data;
    private final Cursors cursors;
    private final CurrentReadings readings;

    ContactLists(AccessCheck access, TenantData data, Cursors cursors, CurrentReadings readings) {
        this.access = access;
        this.data = data;
        this.cursors = cursors;
        this.readings = readings;
    }

    /** All contacts; what the member of a token may see, if it has one and that is how it is read. */
    Answer all(RoutingContext call, DrawnFaults drawn) {
        AccessToken token = access.check(call, AccessCheck.CONTACT);
        boolean asMember = readings.get().access().memberTokenView() == AccessReadings.MemberTokenView.MEMBER;
        return list(call, drawn, token.member().filter(member -> asMember));
    }

    /** What one member may see. */
    Answer ofMember(RoutingContext call, DrawnFaults drawn) {
        AccessToken token = access.check(call, AccessCheck.CONTACT);
        return list(call, drawn, Optional.of(MemberInPath.of(call, token, data.people())));
    }

    private Answer list(RoutingContext call, DrawnFaults drawn, Optional<String> viewer) {
        Readings current = readings.get();
        QueryParameters parameters = QueryParameters.of(call);
        int count = parameters.count(CAP, current.lists().countAboveCap());
        ListOrder order = ListOrder.from(parameters, current.lists().defaultOrder());
        String list = identity(parameters, order, viewer, current.cursors());
        Optional<Cursor> cursor = cursors.read(parameters, list, current.cursors(), count);
        int seen = cursor.map(Cursor::seen).orElse(0);
        int left = current.lists().reachable() - seen;
        if (left <= 0) {
            throw Refusals.of(400, "LIMIT_EXCEEDED", "A list leads to " + seen + " contacts; narrow it by filters");
        }
        KeysetQuery query = new KeysetQuery(
                ContactConditions.read(parameters, current.lists(), data.contacts(), viewer),
                order.by(),
                order.descending(),
                current.lists().ties(),
                cursor.map(Cursor::after).orElse(null),
                Math.min(count, left));
        ContactPage page =
                count == 0 ? new ContactPage(List.of(), false) : data.contacts().page(query);
        int length = page.entries().size();
        boolean ends =
                !page.hasNext() || (length == left && current.lists().beyondReach() == ListReadings.BeyondReach.END);
        Optional<String> next = Optional.empty();
        if (!ends) {
            SortKey last = SortKey.of(order.by(), page.entries().get(length - 1));
            next = drawn.faults().repeatNextPage() && cursor.isPresent()
                    ? parameters.text("cursor")
                    : Optional.of(cursors.write(list, current.cursors(), count, seen + length, last));
        }
        int shown = drawn.truncatedPage() && page.hasNext() ? length / 2 : length;
        return Answer.ok(new JsonObject()
                .put("contacts", bodies(page.entries().subList(0, shown), current))
                .put("responseMetaData", Cursors.metaData(next, current.cursors())));
    }

    private JsonArray bodies(List<ContactEntry> entries, Readings current) {
        ContactBody body = new ContactBody(data, current.bodies());
        JsonArray bodies = new JsonArray();
        entries.forEach(entry -> bodies.add(body.of(entry)));
        return bodies;
    }

    /** What a cursor is bound to: whose contacts, which order and, unless that is read otherwise, which filters. */
    private static String identity(
            QueryParameters parameters, ListOrder order, Optional<String> viewer, CursorReadings readings) {
        StringBuilder identity = new StringBuilder("contacts").append(viewer);
        identity.append('\n').append(order);
        if (readings.cursorFilters() == CursorReadings.CursorFilters.BOUND) {
            ContactConditions.NAMES.forEach(
                    name -> identity.append('\n').append(parameters.text(name).orElse("")));
        }
        return identity.toString();
    }
}
