package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** How exact a number of contacts is. */
@Description("How exact a number of contacts is.")
public enum CountPrecision {
    @Description("There are so many.")
    EXACT,

    @Description("There are at least so many: LINE WORKS serves no more of one search, and gives no total.")
    AT_LEAST
}
