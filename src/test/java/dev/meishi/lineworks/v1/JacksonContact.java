package dev.meishi.lineworks.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact as LINE WORKS sends it, as Jackson reads it: the measure of what is tolerated. */
public record JacksonContact(
        @Nullable String resourceId,
        @Nullable Boolean open,
        @JsonProperty("isCoEditing") @Nullable Boolean isCoEditing,
        @Nullable String masterUserId,
        @Nullable List<@Nullable SharedMember> sharedMembers,
        @Nullable List<@Nullable String> tagResourceIds,
        @Nullable Name name,
        @Nullable List<@Nullable Email> emails,
        @Nullable List<@Nullable Phone> phones,
        @Nullable List<@Nullable Organization> organizations,
        @Nullable List<@Nullable Location> locations,
        @Nullable List<@Nullable Event> events,
        @Nullable List<@Nullable Messenger> messengers,
        @Nullable List<@Nullable Website> websites,
        @Nullable List<@Nullable Photo> photos,
        @Nullable String memo,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable WorksAt> worksAt,

        @Nullable String creationTime,
        @Nullable String modificationTime) {

    /** {@code contacts[].sharedMembers[]}. */
    public record SharedMember(
            @Nullable String id, @Nullable String type) {}

    /** {@code contacts[].name}: five parts in the list, eight in get-one. */
    public record Name(
            @Nullable String lastName,
            @Nullable String firstName,
            @Nullable String phoneticLastName,
            @Nullable String phoneticFirstName,
            @Nullable String nickName,
            @Nullable String prefix,
            @Nullable String suffix,
            @Nullable String middleName) {}

    /** {@code contacts[].emails[]}. */
    public record Email(@Nullable String address, @Nullable Boolean represent) {}

    /** {@code contacts[].phones[]}. */
    public record Phone(
            @Nullable String value,
            @Nullable String type,
            @Nullable String customType,
            @Nullable Boolean represent) {}

    /** {@code contacts[].organizations[]}. */
    public record Organization(
            @Nullable String name,
            @Nullable String department,
            @Nullable String title,
            @Nullable Boolean represent) {}

    /** {@code contacts[].locations[]}. */
    public record Location(
            @Nullable String value,
            @Nullable String zipcode,
            @Nullable String type,
            @Nullable String customType,
            @Nullable Boolean represent) {}

    /** {@code contacts[].events[]}. */
    public record Event(
            @Nullable String value,
            @Nullable String dayType,
            @Nullable String type,
            @Nullable String customType,
            @Nullable Boolean represent) {}

    /** {@code contacts[].messengers[]}. */
    public record Messenger(
            @Nullable String id,
            @Nullable String type,
            @Nullable String customType,
            @Nullable Boolean represent) {}

    /** {@code contacts[].websites[]}. */
    public record Website(@Nullable String value, @Nullable Boolean represent) {}

    /** {@code contacts[].photos[]}. */
    public record Photo(@Nullable String path, @Nullable Boolean represent) {}

    /** {@code contacts[].worksAt}: an object in the vendor's table, a list in its example. */
    public record WorksAt(
            @Nullable String type,
            @Nullable String resourceId,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<@Nullable String> buddyUserIds) {}
}
