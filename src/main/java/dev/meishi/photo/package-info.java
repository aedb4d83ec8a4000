/**
 * Photos of contacts, streamed from where LINE WORKS has them: who may have one, how large it may be and at which pace it is
 * sent. It knows nothing of how LINE WORKS is called.
 */
@NullMarked
package dev.meishi.photo;

import org.jspecify.annotations.NullMarked;
