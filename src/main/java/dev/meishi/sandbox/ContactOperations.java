package dev.meishi.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code shared/contacts} of Contacts v3: the list and one contact. */
final class ContactOperations {

    private final Door door;
    private final ContactBook book;
    private final List<Tag> tags;

    ContactOperations(Door door, ContactBook book, List<Tag> tags) {
        this.door = door;
        this.book = book;
        this.tags = tags;
    }

    /**
     * A page of contacts. {@code nextPage} is there whenever more contacts match, even where the vendor's 50,000 put the
     * next page out of reach.
     */
    Answer list(RoutingContext call, Turn turn) {
        door.admitToDomain(call);
        ListQuery query = ListQuery.from(new Parameters(call.queryParams()), tags);
        SortedContacts.Page page = book.page(query);
        int length = page.entries().size();
        JsonArray contacts = new JsonArray();
        for (Entry entry : page.entries().subList(0, turn.truncatedPage() && page.hasNext() ? length / 2 : length)) {
            contacts.add(shaped(book.asListed(entry), turn));
        }
        JsonObject body = new JsonObject().put("contacts", contacts);
        if (page.hasNext()) {
            body.put("nextPage", turn.faults().repeatNextPage() ? query.page() : query.page() + 1);
        }
        return Answer.ok(body);
    }

    /** One contact, without a wrapper. */
    Answer get(RoutingContext call, Turn turn) {
        door.admitToDomain(call);
        return book.find(Parameters.inPath(call, "resourceId"))
                .map(contact -> Answer.ok(shaped(contact, turn)))
                .orElseThrow(() -> Refusal.notFound("contact does not exist"));
    }

    private static JsonObject shaped(JsonObject contact, Turn turn) {
        return turn.faults().worksAtAsObject() ? ContactCard.withWorksAtAsObject(contact) : contact;
    }
}
