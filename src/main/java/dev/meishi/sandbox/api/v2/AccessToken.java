package dev.meishi.sandbox.api.v2;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What a token says, which only the simulator can read.
 *
 * @param refresh whether it is a refresh token
 * @param member the member that the app acts as; empty for the service account itself
 * @param scopes what it may be used for
 * @param expires epoch milliseconds
 * @param generation tokens of earlier generations are not valid any longer
 */
record AccessToken(boolean refresh, Optional<String> member, List<String> scopes, long expires, int generation) {

    byte[] toBytes() {
        return new JsonObject()
                .put("r", refresh)
                .put("m", member.orElse(""))
                .put("s", new JsonArray(scopes))
                .put("e", expires)
                .put("g", generation)
                .toBuffer()
                .getBytes();
    }

    static AccessToken from(byte[] bytes) {
        JsonObject json = new JsonObject(Buffer.buffer(bytes));
        return new AccessToken(
                json.getBoolean("r"),
                Optional.of(json.getString("m")).filter(member -> !member.isEmpty()),
                json.getJsonArray("s").stream().map(String.class::cast).toList(),
                json.getLong("e"),
                json.getInteger("g"));
    }
}
