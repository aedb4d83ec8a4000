/** Credentials as they go through the gateway, whoever they are of: unreadable unless asked for. Knows no other package. */
@NullMarked
package dev.meishi.secret;

import org.jspecify.annotations.NullMarked;
