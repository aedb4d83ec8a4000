package dev.meishi.sandbox.api;

import io.vertx.core.json.JsonObject;

/**
 * What an operation says before faults are applied.
 *
 * @param status HTTP status
 * @param body a JSON object, as every answer of the API is
 */
public record Answer(int status, JsonObject body) {

    /**
     * A success.
     *
     * @param body of the answer
     * @return status 200
     */
    public static Answer ok(JsonObject body) {
        return new Answer(200, body);
    }

    /**
     * With any status.
     *
     * @param status HTTP status
     * @param body of the answer
     * @return the answer
     */
    public static Answer of(int status, JsonObject body) {
        return new Answer(status, body);
    }
}
