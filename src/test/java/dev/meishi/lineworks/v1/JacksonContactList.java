package dev.meishi.lineworks.v1;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link ContactListPayload} as Jackson reads it. */
record JacksonContactList(
        @Nullable List<@Nullable JacksonContact> contacts,
        @Nullable Integer nextPage,
        @JsonAlias({"errorCode", "failType"}) @Nullable String code,

        @JsonAlias({"errorMessage", "description"}) @Nullable
        String message) {}
