package dev.meishi.contact;

import org.eclipse.microprofile.graphql.Description;

/** A contact in a list. */
@Description("A contact in a list.")
public record ContactEdge(
        @Description("The contact's place in this list; give it to after to go on from here.")
        String cursor,

        @Description("The contact.") Contact node) {}
