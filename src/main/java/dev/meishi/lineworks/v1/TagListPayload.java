package dev.meishi.lineworks.v1;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meishi.lineworks.UpstreamTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a tag list call.
 *
 * @param tags {@code contactTags[]}, absent if there is none
 * @param responseMetaData tells where to go on
 * @param code an error's code, in whatever key the family has for it
 * @param message an error's text
 */
record TagListPayload(
        @JsonProperty("contactTags") @JsonAlias("tags") @Nullable
        List<@Nullable Tag> tags,

        @Nullable ResponseMetaData responseMetaData,
        @JsonAlias({"errorCode", "failType"}) @Nullable String code,

        @JsonAlias({"errorMessage", "description"}) @Nullable
        String message) {

    /**
     * A tag. The v3 page for tags is lost, so this is the documented tag of API 2.0, with the spellings v3 uses elsewhere
     * accepted too.
     *
     * @param id {@code contactTagId}
     * @param name {@code contactTagName}, up to 30 characters
     * @param type {@code COMPANY} or {@code USER}
     * @param userId its creator
     */
    record Tag(
            @JsonProperty("contactTagId") @JsonAlias({"tagResourceId", "resourceId", "id"}) @Nullable
            String id,

            @JsonProperty("contactTagName") @JsonAlias({"tagName", "name"}) @Nullable
            String name,

            @Nullable String type,
            @Nullable String userId) {

        UpstreamTag read() {
            return new UpstreamTag(id, name, KindNames.TAG.of(type), type, userId);
        }
    }

    record ResponseMetaData(@Nullable String nextCursor) {}

    /** The cursor of the next part; absent or empty at the end. */
    @Nullable
    String nextCursor() {
        String cursor = responseMetaData == null ? null : responseMetaData.nextCursor();
        return cursor == null || cursor.isEmpty() ? null : cursor;
    }
}
