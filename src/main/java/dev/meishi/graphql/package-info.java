/** The language: documents, their limits, the schema's polish and the engine; it knows nothing of HTTP. */
@NullMarked
package dev.meishi.graphql;

import org.jspecify.annotations.NullMarked;
