package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.faults.Switches;
import io.vertx.core.json.JsonObject;

/**
 * What is not known of bodies; the first constant of each is the default.
 *
 * @param nulls whether properties without a value are sent as null and empty lists
 * @param leafNames what the properties of events, places, websites and messengers are called
 * @param customPropertyValues the form of the values of custom properties
 * @param memberTypes how {@code accessibleMembers[].type} is spelt
 * @param externalUserType of {@code linkedExternalUser} for a user of LINE: the vendor documents that of a member of another company alone
 * @param times precision and zone of times
 * @param twitter the name of that messenger
 */
record BodyReadings(
        Nulls nulls,
        LeafNames leafNames,
        PropertyValues customPropertyValues,
        MemberTypes memberTypes,
        ExternalUserType externalUserType,
        Times times,
        Twitter twitter) {

    enum Nulls {
        SENT,
        LEFT_OUT
    }

    enum PropertyValues {
        OBJECTS,
        PLAIN,
        LISTS
    }

    enum MemberTypes {
        WORDS,
        LETTERS
    }

    enum ExternalUserType {
        LINE,
        LINE_USER
    }

    enum Times {
        SECONDS,
        MILLISECONDS,
        UTC
    }

    enum Twitter {
        X,
        TWITTER
    }

    static BodyReadings from(Switches switches) {
        return new BodyReadings(
                switches.oneOf("nulls", Nulls.SENT),
                switches.oneOf("leafNames", LeafNames.MEMBER_LIKE),
                switches.oneOf("customPropertyValues", PropertyValues.OBJECTS),
                switches.oneOf("memberTypes", MemberTypes.WORDS),
                switches.oneOf("externalUserType", ExternalUserType.LINE),
                switches.oneOf("times", Times.SECONDS),
                switches.oneOf("twitter", Twitter.X));
    }

    void addTo(JsonObject json) {
        json.put("nulls", nulls.name())
                .put("leafNames", leafNames.name())
                .put("customPropertyValues", customPropertyValues.name())
                .put("memberTypes", memberTypes.name())
                .put("externalUserType", externalUserType.name())
                .put("times", times.name())
                .put("twitter", twitter.name());
    }
}
