/**
 * How much of the heap each part of the gateway may have, and has. Knows amounts and failures, not what is held in them.
 */
@NullMarked
package dev.meishi.memory;

import org.jspecify.annotations.NullMarked;
