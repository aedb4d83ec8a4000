/** The edge between GraphQL and everything else: what the schema is rid of, and how a failure is shown. */
@NullMarked
package dev.meishi.graphql;

import org.jspecify.annotations.NullMarked;
