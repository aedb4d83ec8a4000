/** What keeps the log readable, and its levels while it runs. Knows no other package. */
@NullMarked
package dev.meishi.log;

import org.jspecify.annotations.NullMarked;
