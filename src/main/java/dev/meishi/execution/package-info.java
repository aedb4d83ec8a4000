/**
 * Executes valid operations: by a compiled plan where that covers everything, by the engine where it does not; both by the
 * same schema and the same resolvers.
 */
@NullMarked
package dev.meishi.execution;

import org.jspecify.annotations.NullMarked;
