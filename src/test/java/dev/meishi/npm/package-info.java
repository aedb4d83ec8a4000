/** The npm package that the build makes of the schema and the codes of errors; it knows nothing of a running gateway. */
@NullMarked
package dev.meishi.npm;

import org.jspecify.annotations.NullMarked;
