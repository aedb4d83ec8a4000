package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** Which way to sort (vendor page, {@code sortOrder}). */
@Description("Which way to sort.")
public enum OrderDirection {
    @Description("Ascending.")
    ASC,

    @Description("Descending.")
    DESC
}
