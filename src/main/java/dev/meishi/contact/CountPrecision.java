package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** How exact a number of contacts is. */
@Description("How exact a number of contacts is.")
public enum CountPrecision {
    @Description("There are exactly so many.")
    EXACT,

    @Description("There are at least so many: LINE WORKS serves no more than 50,000 of one search.")
    AT_LEAST
}
