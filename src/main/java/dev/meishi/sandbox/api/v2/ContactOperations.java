package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.data.ContactEntry;
import dev.meishi.sandbox.data.CustomProperty;
import dev.meishi.sandbox.data.Directory;
import dev.meishi.sandbox.data.TenantData;
import dev.meishi.sandbox.faults.DrawnFaults;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code contacts/{contactId}}, where its photo is, and {@code contacts/custom-properties}. */
final class ContactOperations {

    private final AccessCheck access;
    private final TenantData data;
    private final CurrentReadings readings;
    private final int domainId;

    ContactOperations(AccessCheck access, TenantData data, CurrentReadings readings, int domainId) {
        this.access = access;
        this.data = data;
        this.readings = readings;
        this.domainId = domainId;
    }

    /** One contact, without a wrapper. */
    Answer get(RoutingContext call, DrawnFaults drawn) {
        ContactEntry entry = contact(call);
        return Answer.ok(new ContactBody(data, readings.get().bodies()).of(entry));
    }

    /** Redirects to the photo, which is not at the API's own address with the vendor either. */
    Answer photo(RoutingContext call, DrawnFaults drawn) {
        ContactEntry entry = contact(call);
        if (!hasPhoto(data.contacts().inFull(entry))) {
            throw Refusals.notFound("photo does not exist");
        }
        String origin = readings.get().access().photo() == AccessReadings.Photo.FOREIGN_HOST
                ? "https://photos.example.net"
                : call.request().scheme() + "://" + call.request().authority();
        return Answer.empty(302).with("Location", origin + PhotoStorage.address(entry));
    }

    /** Every property that the tenant has defined. */
    Answer properties(RoutingContext call, DrawnFaults drawn) {
        access.check(call, AccessCheck.CONTACT);
        List<CustomProperty> properties = data.people().properties();
        JsonArray list = new JsonArray();
        for (int i = 0; i < properties.size(); i++) {
            CustomProperty property = properties.get(i);
            list.add(new JsonObject()
                    .put("customPropertyId", property.id())
                    .put("domainId", domainId)
                    .put("propertyName", property.name())
                    .put("displayName", property.displayName())
                    .put("i18nDisplayNames", new JsonArray())
                    .put("propertyType", property.link() ? "LINK" : "STRING")
                    .put("displayOrder", i + 1)
                    .put("multiValued", property.multiValued()));
        }
        return Answer.ok(new JsonObject().put("customProperties", list));
    }

    static boolean hasPhoto(JsonObject contact) {
        return contact.getValue("photos") instanceof JsonArray photos && !photos.isEmpty();
    }

    /** The contact in the path; a member's token leads to what that member may see. */
    private ContactEntry contact(RoutingContext call) {
        AccessToken token = access.check(call, AccessCheck.CONTACT);
        ContactEntry entry = data.contacts()
                .entry(QueryParameters.inPath(call, "contactId"))
                .orElseThrow(() -> Refusals.notFound("contact does not exist"));
        boolean hidden = token.member()
                .filter(member -> !entry.isVisibleTo(Directory.identities(member)))
                .isPresent();
        if (hidden) {
            throw Refusals.of(403, "FORBIDDEN", "The member cannot access the contact");
        }
        return entry;
    }
}
