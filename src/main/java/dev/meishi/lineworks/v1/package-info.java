/**
 * LINE WORKS by its API 1.0: URLs, parameters, credentials, answers and the shapes of its errors. Nothing outside of this
 * package knows them; a contact alone is read by {@code contact.ContactReader}, straight from the bytes.
 */
@NullMarked
package dev.meishi.lineworks.v1;

import org.jspecify.annotations.NullMarked;
