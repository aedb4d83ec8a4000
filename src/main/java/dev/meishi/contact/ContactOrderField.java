package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** What contacts can be sorted by. */
@Description("What contacts can be sorted by.")
public enum ContactOrderField {
    @Description("Name, in LINE WORKS's own collation.")
    NAME,

    @Description("Creation time.")
    CREATION_TIME,

    @Description("Time of the last update.")
    MODIFICATION_TIME
}
