package dev.meishi.lineworks.v1;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.meishi.lineworks.PrivateContactPayload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The envelope every v1 operation answers with, {@code FAIL} included, whatever the HTTP status.
 *
 * @param code {@code SUCCESS} or {@code FAIL}; one vendor example spells the key with a trailing blank
 * @param failType the vendor's error code on failure
 * @param message the vendor's error text on failure
 * @param data the result on success
 */
record PrivateContactListPayload(
        @JsonAlias("code ") @Nullable String code,
        @Nullable String failType,
        @Nullable String message,
        @Nullable Data data) {

    record Data(@Nullable Integer totalLength, @Nullable List<@Nullable PrivateContactPayload> resultData) {}
}
