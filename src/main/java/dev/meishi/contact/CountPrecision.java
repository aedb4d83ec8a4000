package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** How exact a number of contacts is. */
@Description("How exact a number of contacts is.")
public enum CountPrecision {
    @Description("The list has exactly this many contacts.")
    EXACT,

    @Description("The list has at least this many contacts: LINE WORKS serves at most 50,000 of one search.")
    AT_LEAST
}
