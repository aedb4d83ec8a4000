package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** Where an external contact comes from. */
@Description("Where an external contact comes from.")
public enum WorksAtType {
    @Description("A LINE user.")
    LINE,

    @Description("A member of another company's LINE WORKS.")
    WORKSAT,

    @Description("A value this schema does not know, or none; typeRaw has it as it came.")
    UNKNOWN
}
