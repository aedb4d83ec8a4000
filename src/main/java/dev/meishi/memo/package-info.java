/** What was worked out of an object that lives longer than an operation, kept with it. */
@NullMarked
package dev.meishi.memo;

import org.jspecify.annotations.NullMarked;
