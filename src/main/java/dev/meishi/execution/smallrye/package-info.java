/**
 * The bridge to SmallRye GraphQL: how its resolvers are called and its properties read, within which contexts, and what
 * they fail with; it knows neither plans nor the engine that calls it.
 */
@NullMarked
package dev.meishi.execution.smallrye;

import org.jspecify.annotations.NullMarked;
