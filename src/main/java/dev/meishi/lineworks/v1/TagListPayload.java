package dev.meishi.lineworks.v1;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meishi.lineworks.TagPayload;
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
        List<@Nullable TagPayload> tags,

        @Nullable ResponseMetaData responseMetaData,
        @JsonAlias({"errorCode", "failType"}) @Nullable String code,

        @JsonAlias({"errorMessage", "description"}) @Nullable
        String message) {

    record ResponseMetaData(@Nullable String nextCursor) {}

    /** The cursor of the next part; absent or empty at the end. */
    @Nullable
    String nextCursor() {
        String cursor = responseMetaData == null ? null : responseMetaData.nextCursor();
        return cursor == null || cursor.isEmpty() ? null : cursor;
    }
}
