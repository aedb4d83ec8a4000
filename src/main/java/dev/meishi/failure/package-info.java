/** The closed set of error codes a caller can meet, and the one exception that carries them. Knows no other package. */
@NullMarked
package dev.meishi.failure;

import org.jspecify.annotations.NullMarked;
