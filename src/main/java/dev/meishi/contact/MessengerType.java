package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** Kind of a messenger. */
@Description("Kind of a messenger.")
public enum MessengerType {
    @Description("LINE.")
    LINE,

    @Description("Facebook.")
    FACEBOOK,

    @Description("Twitter, as LINE WORKS wrote it before it was X.")
    TWITTER,

    @Description("X, once Twitter.")
    X,

    @Description("A kind of its own, named by customType.")
    CUSTOM,

    @Description("A value this schema does not know, or none; typeRaw has it as it came.")
    UNKNOWN
}
