/**
 * Calls of LINE WORKS for the sake of what their answers look like: which operations there are, what the gateway expects of
 * each, and the answers as bytes. The APIs describe themselves in these words.
 */
@NullMarked
package dev.meishi.lineworks.probe;

import org.jspecify.annotations.NullMarked;
