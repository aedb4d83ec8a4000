package dev.meishi.lineworks;

import dev.meishi.json.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a v3 list call.
 *
 * @param contacts the page, absent if there is none
 * @param nextPage number of the next page, "returned only if there is a next page"
 * @param code an error's code, in whatever key the family has for it
 * @param message an error's text
 */
record ContactListPayload(
        @Nullable List<@Nullable ContactPayload> contacts,
        @Nullable Integer nextPage,
        @Nullable Text code,

        @Nullable Text message) {}
