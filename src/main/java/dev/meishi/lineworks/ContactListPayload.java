package dev.meishi.lineworks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a v3 list call.
 *
 * @param contacts the page
 * @param nextPage number of the next page, "returned only if there is a next page"
 */
record ContactListPayload(@Nullable List<@Nullable ContactPayload> contacts, @Nullable Integer nextPage) {}
