/** Credentials of the gateway and of its clients, which no log and no message shows. Knows no other package. */
@NullMarked
package dev.meishi.secret;

import org.jspecify.annotations.NullMarked;
