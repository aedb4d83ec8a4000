package dev.meishi.tag;

import org.eclipse.microprofile.graphql.Description;

/** Whose a tag is. */
@Description("Whose a tag is.")
public enum TagType {
    @Description("The company's.")
    COMPANY,

    @Description("One member's own.")
    USER,

    @Description("A value this schema does not know, or none; typeRaw has it as it came.")
    UNKNOWN
}
