/**
 * JSON read where it lies: from the bytes of a body, without strings and trees. Knows nothing of what a body is about and
 * no other package.
 */
@NullMarked
package dev.meishi.json;

import org.jspecify.annotations.NullMarked;
