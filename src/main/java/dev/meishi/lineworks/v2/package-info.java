/**
 * LINE WORKS by its API 2.0: URLs, parameters, the members of its answers and the shapes of its errors. Nothing outside of
 * this package knows them, except the simulator. Where the vendor's pages do not say how something is written, each
 * likely way is read.
 */
@NullMarked
package dev.meishi.lineworks.v2;

import org.jspecify.annotations.NullMarked;
