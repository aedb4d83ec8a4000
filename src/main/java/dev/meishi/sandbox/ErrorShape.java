package dev.meishi.sandbox;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/** The four error bodies of the LINE WORKS family. */
enum ErrorShape {
    /** API 1.0 gateway: credentials and routing. */
    GATEWAY {
        @Override
        JsonObject body(int status, String code, String message) {
            String number = GATEWAY_CODES.getOrDefault(status, String.valueOf(status));
            return gateway(number, code, message);
        }
    },
    /** API 1.0 contact service. */
    SERVICE {
        @Override
        JsonObject body(int status, String code, String message) {
            return new JsonObject().put("code", code).put("message", message);
        }
    },
    /** API 1.0 operations of the first generation. */
    V1 {
        @Override
        JsonObject body(int status, String code, String message) {
            return new JsonObject()
                    .put("message", message)
                    .putNull("data")
                    .put("code", "FAIL")
                    .put("failType", code);
        }
    },
    /** API 2.0. */
    V2 {
        @Override
        JsonObject body(int status, String code, String message) {
            return new JsonObject().put("code", code).put("description", message);
        }
    };

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

    /**
     * An error in this shape.
     *
     * @param code the upper-case word
     * @param message free text
     */
    abstract JsonObject body(int status, String code, String message);

    /** An error nothing is known of but its status. */
    Answer answer(int status) {
        String code = CODES.getOrDefault(status, "ERROR");
        String message = status == 429 ? "API rate limit exceeded" : "Injected by the sandbox";
        return Answer.of(status, body(status, code, message));
    }

    /** The gateway's body with one of the vendor's numbers. */
    static JsonObject gateway(String number, String code, String message) {
        return new JsonObject()
                .put("errorMessage", message)
                .put("errorCode", number)
                .put("code", code);
    }
}
