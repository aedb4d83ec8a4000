/**
 * LINE WORKS by its API 1.0: URLs, parameters, credentials, the members of its answers and the shapes of its errors. Nothing
 * outside of this package knows them, except for the simulator. Contacts are read straight from the bytes.
 */
@NullMarked
package dev.meishi.lineworks.v1;

import org.jspecify.annotations.NullMarked;
