package dev.meishi.sandbox.api.v1;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.data.Tag;
import dev.meishi.sandbox.faults.DrawnFaults;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Contact tags. No page of API 1.0 on them is known: the URL is the simulator's own, below the contacts' domain, and
 * parameters and bodies are those API 2.0 documents.
 */
final class TagOperations {

    private static final String CURSOR = "tags:";

    private final CredentialCheck credentials;
    private final List<Tag> tags;

    TagOperations(CredentialCheck credentials, List<Tag> tags) {
        this.credentials = credentials;
        this.tags = tags;
    }

    /** A page of tags, by name. {@code nextCursor} is null on the last one. */
    Answer list(RoutingContext call, DrawnFaults drawn) {
        credentials.checkWithDomain(call);
        Parameters parameters = new Parameters(call.queryParams());
        int count = parameters.number("count", 100, 1, 500);
        int offset = parameters.text("cursor").map(this::offset).orElse(0);
        int end = Math.min(offset + count, tags.size());
        JsonArray page = new JsonArray();
        tags.subList(offset, end).forEach(tag -> page.add(tag.toJson()));
        JsonObject metaData = new JsonObject().put("nextCursor", end < tags.size() ? cursor(end) : null);
        return Answer.ok(new JsonObject().put("contactTags", page).put("responseMetaData", metaData));
    }

    /** One tag, without a wrapper. */
    Answer get(RoutingContext call, DrawnFaults drawn) {
        credentials.checkWithDomain(call);
        String id = Parameters.inPath(call, "contactTagId");
        return tags.stream()
                .filter(tag -> tag.id().equals(id))
                .findAny()
                .map(tag -> Answer.ok(tag.toJson()))
                .orElseThrow(() -> Refusals.notFound("contact tag does not exist"));
    }

    /** Base64 with its padding: a caller has to encode it in a URL. */
    private static String cursor(int offset) {
        return Base64.getEncoder().encodeToString((CURSOR + offset).getBytes(StandardCharsets.UTF_8));
    }

    private int offset(String cursor) {
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            int offset = text.startsWith(CURSOR) ? Integer.parseInt(text.substring(CURSOR.length())) : -1;
            if (offset >= 0 && offset <= tags.size()) {
                return offset;
            }
        } catch (IllegalArgumentException notACursor) {
            // Refused below, with the same words.
        }
        throw Refusals.invalidParameter("cursor is not one of this list's");
    }
}
