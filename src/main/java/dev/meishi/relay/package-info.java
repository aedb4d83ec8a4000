/** What the Relay server specification asks of every schema: nodes with global ids and page information. Knows no type that has them. */
@DefaultNonNull
@NullMarked
package dev.meishi.relay;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
