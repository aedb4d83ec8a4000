/** The clients that tests use: they know the gateway and the simulator only by their addresses. */
@NullMarked
package dev.meishi.wire;

import org.jspecify.annotations.NullMarked;
