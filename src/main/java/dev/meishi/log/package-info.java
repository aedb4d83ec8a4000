/** What keeps the log readable. Knows no other package. */
@NullMarked
package dev.meishi.log;

import org.jspecify.annotations.NullMarked;
