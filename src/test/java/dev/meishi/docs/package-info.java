/** Examples of the README and the pages under {@code src/docs}, read from them and run. */
@NullMarked
package dev.meishi.docs;

import org.jspecify.annotations.NullMarked;
