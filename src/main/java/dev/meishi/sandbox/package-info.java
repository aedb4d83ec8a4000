/**
 * A LINE WORKS API 1.0 inside the same process, for development, tests and load runs: its own contacts, tags and
 * credentials, the vendor's rules and errors, and switches to misbehave on purpose. It knows the gateway only as a
 * caller with a {@link dev.meishi.lineworks.Tenant}, to which it says when it is another from now on; nothing outside this package may depend on it.
 */
@NullMarked
package dev.meishi.sandbox;

import org.jspecify.annotations.NullMarked;
