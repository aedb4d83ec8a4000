package dev.meishi.http.sockets;

import dev.meishi.graphql.RequestRefused;
import dev.meishi.http.ResponseBody;
import dev.meishi.http.body.StrictJson;
import dev.meishi.json.JsonMaps;
import graphql.GraphQLError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The messages of the protocol {@code graphql-transport-ws}, as text. */
final class ProtocolMessages {

    private ProtocolMessages() {}

    /** A message of any type. */
    static String text(Map<String, ?> message) {
        return new String(JsonMaps.bytes(message), StandardCharsets.UTF_8);
    }

    /** An answer, whose JSON is written already and put in as it is. */
    static String next(String id, ResponseBody answer) {
        String head = text(message("next", id));
        return head.substring(0, head.length() - 1) + ",\"payload\":"
                + answer.written().toString(StandardCharsets.UTF_8) + "}";
    }

    /** The refusal of an operation. */
    static String error(String id, RequestRefused refused) {
        Map<String, Object> message = message("error", id);
        message.put(
                "payload",
                refused.errors().stream().map(GraphQLError::toSpecification).toList());
        return text(message);
    }

    /** What a client sent in the place of what a message must have, for the refusal. */
    static String found(Map<String, Object> message, String member) {
        Object value = message.get(member);
        if (value instanceof Number) {
            return "the number " + value;
        }
        if ("".equals(value)) {
            return "an empty one";
        }
        return message.containsKey(member) ? StrictJson.kind(value) : "none";
    }

    private static Map<String, Object> message(String type, String id) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type);
        message.put("id", id);
        return message;
    }
}
