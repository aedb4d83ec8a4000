/** What the log is kept readable by. Knows no other package. */
@NullMarked
package dev.meishi.log;

import org.jspecify.annotations.NullMarked;
