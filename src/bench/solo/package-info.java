/** Benches of one class each: the scripts beside this folder run them. */
@NullMarked
package solo;

import org.jspecify.annotations.NullMarked;
