/** Where work goes on after a wait. */
@NullMarked
package dev.meishi.loop;

import org.jspecify.annotations.NullMarked;
