package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** Which way to sort. */
@Description("Which way to sort.")
public enum OrderDirection {
    @Description("Ascending.")
    ASC,

    @Description("Descending.")
    DESC
}
