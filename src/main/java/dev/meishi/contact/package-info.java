/** Contacts of a domain: the graph's types and root fields, and the one crossing from the vendor's payload to them. */
@DefaultNonNull
@NullMarked
package dev.meishi.contact;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
