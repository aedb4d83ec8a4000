/** Tags and the look-up of a contact's tags, cached for a domain. */
@DefaultNonNull
@NullMarked
package dev.meishi.tag;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
