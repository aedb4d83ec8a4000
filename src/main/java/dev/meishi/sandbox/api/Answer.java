package dev.meishi.sandbox.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an operation says before faults are applied.
 *
 * @param status HTTP status
 * @param contentType empty for none
 * @param content the bytes of the body; empty for no body
 * @param headers beside the type of the content
 */
public record Answer(int status, String contentType, Buffer content, Map<String, String> headers) {

    private static final String JSON = "application/json;charset=UTF-8";

    /**
     * A success.
     *
     * @param body of the answer
     * @return status 200
     */
    public static Answer ok(JsonObject body) {
        return of(200, body);
    }

    /**
     * With any status.
     *
     * @param status HTTP status
     * @param body of the answer
     * @return the answer
     */
    public static Answer of(int status, JsonObject body) {
        return new Answer(status, JSON, body.toBuffer(), Map.of());
    }

    /**
     * Without a body.
     *
     * @param status HTTP status
     * @return the answer
     */
    public static Answer empty(int status) {
        return new Answer(status, "", Buffer.buffer(), Map.of());
    }

    /** The same with one more header. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, content, more);
    }

    /** The body of an answer in JSON. */
    public JsonObject body() {
        return new JsonObject(content);
    }
}
