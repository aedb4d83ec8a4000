package dev.meishi.sandbox;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code listPrivateContact/v1}: an operation of the first generation, which fails with HTTP 200. */
final class PrivateContactOperations {

    private static final List<String> REQUIRED = List.of("targetMemberEmail", "pageIndex", "pagePerLength");

    private final Door door;
    private final PrivateContacts contacts;

    PrivateContactOperations(Door door, PrivateContacts contacts) {
        this.door = door;
        this.contacts = contacts;
    }

    /** A page of one member's private contacts. */
    Answer list(RoutingContext call, Turn turn) {
        door.admit(call);
        Parameters form = new Parameters(call.request().formAttributes());
        for (String name : REQUIRED) {
            if (form.text(name).isEmpty()) {
                return failure("INVALID_PARAMETER", name + " is required");
            }
        }
        try {
            return page(
                    form.text("targetMemberEmail").orElse(""),
                    form.number("pageIndex", 1, 1, Integer.MAX_VALUE),
                    form.number("pagePerLength", 1, 1, 500));
        } catch (Refusal refusal) {
            return failure("INVALID_PARAMETER", refusal.answer().body().getString("message"));
        }
    }

    private Answer page(String member, int pageIndex, int pagePerLength) {
        return Roster.isMember(member)
                ? success(contacts.page(member, pageIndex, pagePerLength))
                : failure("NOT_FOUND_MEMBER", "targetMemberEmail is no member");
    }

    private static Answer success(JsonObject data) {
        return Answer.ok(new JsonObject()
                .put("message", "")
                .put("data", data)
                .put("code", "SUCCESS")
                .putNull("failType"));
    }

    private static Answer failure(String failType, String message) {
        return Answer.ok(ErrorShape.V1.body(200, failType, message));
    }
}
