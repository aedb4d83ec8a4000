package dev.meishi.sandbox.api.v1;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.data.ContactEntry;
import dev.meishi.sandbox.data.ContactPage;
import dev.meishi.sandbox.data.ContactStore;
import dev.meishi.sandbox.data.Tag;
import dev.meishi.sandbox.faults.DrawnFaults;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;

/** {@code shared/contacts} of Contacts v3: the list and one contact. */
final class ContactOperations {

    private static final Set<String> GET_ONE_NAME_PARTS = Set.of("prefix", "suffix", "middleName");

    private final CredentialCheck credentials;
    private final ContactStore contacts;
    private final List<Tag> tags;

    ContactOperations(CredentialCheck credentials, ContactStore contacts, List<Tag> tags) {
        this.credentials = credentials;
        this.contacts = contacts;
        this.tags = tags;
    }

    /**
     * A page of contacts. {@code nextPage} is there whenever more contacts match, even where the vendor's 50,000 put the
     * next page out of reach.
     */
    Answer list(RoutingContext call, DrawnFaults drawn) {
        credentials.checkWithDomain(call);
        ListQuery query = ListQuery.from(new Parameters(call.queryParams()), tags);
        ContactPage page = contacts.page(query.contacts());
        int length = page.entries().size();
        JsonArray listed = new JsonArray();
        for (ContactEntry entry :
                page.entries().subList(0, drawn.truncatedPage() && page.hasNext() ? length / 2 : length)) {
            listed.add(shaped(asListed(entry), drawn));
        }
        JsonObject body = new JsonObject().put("contacts", listed);
        if (page.hasNext()) {
            body.put("nextPage", drawn.faults().repeatNextPage() ? query.page() : query.page() + 1);
        }
        return Answer.ok(body);
    }

    /** One contact, without a wrapper. */
    Answer get(RoutingContext call, DrawnFaults drawn) {
        credentials.checkWithDomain(call);
        return contacts.find(Parameters.inPath(call, "resourceId"))
                .map(contact -> Answer.ok(shaped(contact, drawn)))
                .orElseThrow(() -> Refusals.notFound("contact does not exist"));
    }

    private static JsonObject shaped(JsonObject contact, DrawnFaults drawn) {
        return drawn.faults().worksAtAsObject() ? withWorksAtAsObject(contact) : contact;
    }

    /** The vendor's list page shows five parts of a name instead of eight. A verbatim contact is shown as it was given. */
    private JsonObject asListed(ContactEntry entry) {
        JsonObject contact = contacts.inFull(entry);
        if (entry.verbatim() == null && contact.getValue("name") instanceof JsonObject name) {
            GET_ONE_NAME_PARTS.forEach(name::remove);
        }
        return contact;
    }

    /** The table's spelling of {@code worksAt}, an object, where the vendor's example has a list of one. */
    private static JsonObject withWorksAtAsObject(JsonObject contact) {
        if (contact.getValue("worksAt") instanceof JsonArray list && !list.isEmpty()) {
            contact.put("worksAt", list.getJsonObject(0));
        }
        return contact;
    }
}
