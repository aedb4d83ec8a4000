package dev.meishi.sandbox.api.v1;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.api.ErrorBody;
import dev.meishi.sandbox.api.Refusal;
import dev.meishi.sandbox.data.Directory;
import dev.meishi.sandbox.data.PrivateContacts;
import dev.meishi.sandbox.faults.DrawnFaults;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code listPrivateContact/v1}: an operation of the first generation, which fails with HTTP 200. */
final class PrivateContactOperations {

    private static final List<String> REQUIRED = List.of("targetMemberEmail", "pageIndex", "pagePerLength");

    private final CredentialCheck credentials;
    private final PrivateContacts contacts;

    PrivateContactOperations(CredentialCheck credentials, PrivateContacts contacts) {
        this.credentials = credentials;
        this.contacts = contacts;
    }

    /** A page of one member's private contacts. */
    Answer list(RoutingContext call, DrawnFaults drawn) {
        credentials.check(call);
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
        if (!Directory.isMember(member)) {
            return failure("NOT_FOUND_MEMBER", "targetMemberEmail is no member");
        }
        return success(new JsonObject()
                .put("totalLength", contacts.length(member))
                .put("resultData", contacts.slice(member, (pageIndex - 1L) * pagePerLength, pagePerLength)));
    }

    private static Answer success(JsonObject data) {
        return Answer.ok(new JsonObject()
                .put("message", "")
                .put("data", data)
                .put("code", "SUCCESS")
                .putNull("failType"));
    }

    private static Answer failure(String failType, String message) {
        return Answer.ok(ErrorBody.firstGeneration(failType, message));
    }
}
