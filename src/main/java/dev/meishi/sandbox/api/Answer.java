package dev.meishi.sandbox.api;

import io.vertx.core.json.JsonObject;

/**
 * What an operation says before faults are applied.
 *
 * @param status HTTP status
 * @param body a JSON object, as every answer of API 1.0 is
 */
public record Answer(int status, JsonObject body) {

    static Answer ok(JsonObject body) {
        return new Answer(200, body);
    }

    static Answer of(int status, JsonObject body) {
        return new Answer(status, body);
    }
}
