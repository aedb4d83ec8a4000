package dev.meishi.lineworks;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A tag. The v3 page for tags is lost, so this is the documented tag of API 2.0, with the spellings v3 uses elsewhere
 * accepted too.
 *
 * @param id {@code contactTagId}
 * @param name {@code contactTagName}, up to 30 characters
 * @param type {@code COMPANY} or {@code USER}
 * @param userId its creator; only for {@code USER}, and not always then
 */
public record TagPayload(
        @JsonProperty("contactTagId") @JsonAlias({"tagResourceId", "resourceId", "id"}) @Nullable
        String id,

        @JsonProperty("contactTagName") @JsonAlias({"tagName", "name"}) @Nullable
        String name,

        @Nullable String type,
        @Nullable String userId) {}
