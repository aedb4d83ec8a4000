package dev.meishi.lineworks;

import org.jspecify.annotations.Nullable;

/** A private contact as the migration API (v1) sends it; an empty string means that there is no value. */
public record PrivateContactPayload(
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

    /** {@code resultData[].worksAt}, only for external contacts. */
    public record WorksAt(
            @Nullable String serviceType, @Nullable String worksAtContactNo) {}
}
