package dev.meishi.privatecontact;

import org.eclipse.microprofile.graphql.Description;

/** A private contact in a list. */
@Description("A private contact in a list.")
public record PrivateContactEdge(
        @Description("The contact's place in this list; give it to after to go on from here.")
        String cursor,

        @Description("The contact.") PrivateContact node) {}
