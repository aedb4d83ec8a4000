package dev.meishi.lineworks.v1;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.meishi.lineworks.UpstreamPrivateContact;
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

    record Data(@Nullable Integer totalLength, @Nullable List<@Nullable Item> resultData) {}

    /** A private contact; an empty text is no value. */
    record Item(
            @Nullable String contactNo,
            @Nullable String name,
            @Nullable String tel,
            @Nullable String email,
            @Nullable String organization,
            @Nullable String department,
            @Nullable String jobTitle,
            @Nullable String photoUrl,
            @Nullable String importantContactYn,
            @Nullable WorksAt worksAt) {

        UpstreamPrivateContact read() {
            return new UpstreamPrivateContact(
                    text(contactNo),
                    text(name),
                    text(tel),
                    text(email),
                    text(organization),
                    text(department),
                    text(jobTitle),
                    text(photoUrl),
                    "Y".equalsIgnoreCase(importantContactYn),
                    worksAt == null ? null : worksAt.read());
        }

        private static @Nullable String text(@Nullable String value) {
            return value == null || value.isEmpty() ? null : value;
        }
    }

    /** {@code resultData[].worksAt}, only for external contacts. */
    record WorksAt(@Nullable String serviceType, @Nullable String worksAtContactNo) {

        UpstreamPrivateContact.External read() {
            return new UpstreamPrivateContact.External(
                    KindNames.EXTERNAL.of(serviceType), serviceType, worksAtContactNo);
        }
    }
}
