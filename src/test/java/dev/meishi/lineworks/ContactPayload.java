package dev.meishi.lineworks;

import dev.meishi.json.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact as API 1.0 v3 sends it. Nothing but the id is required, no enum is closed, and what the vendor's pages show
 * both as one value and as a list is read as either.
 */
public record ContactPayload(
        @Nullable Text resourceId,
        @Nullable Boolean open,
        @Nullable Boolean isCoEditing,
        @Nullable Text masterUserId,
        @Nullable List<@Nullable SharedMember> sharedMembers,
        @Nullable List<@Nullable Text> tagResourceIds,
        @Nullable Name name,
        @Nullable List<@Nullable Email> emails,
        @Nullable List<@Nullable Phone> phones,
        @Nullable List<@Nullable Organization> organizations,
        @Nullable List<@Nullable Location> locations,
        @Nullable List<@Nullable Event> events,
        @Nullable List<@Nullable Messenger> messengers,
        @Nullable List<@Nullable Website> websites,
        @Nullable List<@Nullable Photo> photos,
        @Nullable Text memo,

        @Nullable List<@Nullable WorksAt> worksAt,

        @Nullable Text creationTime,
        @Nullable Text modificationTime) {

    /** {@code contacts[].sharedMembers[]}. */
    public record SharedMember(@Nullable Text id, @Nullable Text type) {}

    /** {@code contacts[].name}: five parts in the list, eight in get-one. */
    public record Name(
            @Nullable Text lastName,
            @Nullable Text firstName,
            @Nullable Text phoneticLastName,
            @Nullable Text phoneticFirstName,
            @Nullable Text nickName,
            @Nullable Text prefix,
            @Nullable Text suffix,
            @Nullable Text middleName) {}

    /** {@code contacts[].emails[]}. */
    public record Email(@Nullable Text address, @Nullable Boolean represent) {}

    /** {@code contacts[].phones[]}. */
    public record Phone(
            @Nullable Text value,
            @Nullable Text type,
            @Nullable Text customType,
            @Nullable Boolean represent) {}

    /** {@code contacts[].organizations[]}. */
    public record Organization(
            @Nullable Text name,
            @Nullable Text department,
            @Nullable Text title,
            @Nullable Boolean represent) {}

    /** {@code contacts[].locations[]}. */
    public record Location(
            @Nullable Text value,
            @Nullable Text zipcode,
            @Nullable Text type,
            @Nullable Text customType,
            @Nullable Boolean represent) {}

    /** {@code contacts[].events[]}. */
    public record Event(
            @Nullable Text value,
            @Nullable Text dayType,
            @Nullable Text type,
            @Nullable Text customType,
            @Nullable Boolean represent) {}

    /** {@code contacts[].messengers[]}. */
    public record Messenger(
            @Nullable Text id,
            @Nullable Text type,
            @Nullable Text customType,
            @Nullable Boolean represent) {}

    /** {@code contacts[].websites[]}. */
    public record Website(@Nullable Text value, @Nullable Boolean represent) {}

    /** {@code contacts[].photos[]}. */
    public record Photo(@Nullable Text path, @Nullable Boolean represent) {}

    /** {@code contacts[].worksAt}: an object in the vendor's table, a list in its example. */
    public record WorksAt(
            @Nullable Text type,
            @Nullable Text resourceId,

            @Nullable List<@Nullable Text> buddyUserIds) {}
}
