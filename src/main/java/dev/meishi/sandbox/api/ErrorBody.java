package dev.meishi.sandbox.api;

import dev.meishi.sandbox.faults.ErrorShape;
import dev.meishi.sandbox.faults.Faults;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Writes the error bodies of the LINE WORKS family. A code is an upper-case word, a message free text. */
public final class ErrorBody {

    /** The vendor's numbers by status; where its table could not be read the status itself stands in. */
    private static final Map<Integer, String> GATEWAY_CODES = Map.of(401, "024", 403, "041", 404, "001");

    private static final Map<Integer, String> CODES = Map.of(
            400, "BAD_REQUEST",
            401, "UNAUTHORIZED",
            403, "FORBIDDEN",
            404, "NOT_FOUND",
            429, "TOO_MANY_REQUESTS",
            500, "INTERNAL_SERVER_ERROR",
            502, "BAD_GATEWAY",
            503, "SERVICE_UNAVAILABLE",
            504, "GATEWAY_TIMEOUT");

    private ErrorBody() {}

    /**
     * An error that nothing is known of but its status.
     *
     * @param faults its shape, and its code unless that is the status's own
     * @param status HTTP status
     * @return the answer
     */
    public static Answer injected(Faults faults, int status) {
        String code = faults.errorCode().isEmpty() ? CODES.getOrDefault(status, "ERROR") : faults.errorCode();
        String message = status == 429 ? "API rate limit exceeded" : "Injected by the sandbox";
        if (faults.errorShape() == ErrorShape.EMPTY) {
            return Answer.empty(status);
        }
        return Answer.of(
                status,
                switch (faults.errorShape()) {
                    case GATEWAY -> gateway(GATEWAY_CODES.getOrDefault(status, String.valueOf(status)), code, message);
                    case SERVICE -> service(code, message);
                    case V1 -> firstGeneration(code, message);
                    case V2 -> secondVersion(code, message);
                    case EMPTY -> new JsonObject();
                });
    }

    /**
     * The body of the vendor's gateway.
     *
     * @param number of the vendor
     * @param code upper-case word
     * @param message free text
     * @return the body
     */
    public static JsonObject gateway(String number, String code, String message) {
        return new JsonObject()
                .put("errorMessage", message)
                .put("errorCode", number)
                .put("code", code);
    }

    /**
     * The body of the contact service of API 1.0.
     *
     * @param code upper-case word
     * @param message free text
     * @return the body
     */
    public static JsonObject service(String code, String message) {
        return new JsonObject().put("code", code).put("message", message);
    }

    /**
     * The body of an operation of the first generation.
     *
     * @param failType upper-case word
     * @param message free text
     * @return the body
     */
    public static JsonObject firstGeneration(String failType, String message) {
        return new JsonObject()
                .put("message", message)
                .putNull("data")
                .put("code", "FAIL")
                .put("failType", failType);
    }

    /**
     * The body of API 2.0.
     *
     * @param code upper-case word
     * @param description free text
     * @return the body
     */
    public static JsonObject secondVersion(String code, String description) {
        return new JsonObject().put("code", code).put("description", description);
    }
}
