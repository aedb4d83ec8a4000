/** A member's private contacts, served by the vendor's deprecated migration API. */
@DefaultNonNull
@NullMarked
package dev.meishi.privatecontact;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
