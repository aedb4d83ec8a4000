/** Which document a request means: its text, one that a client has stored under its hash, or one of the trusted ones. */
@NullMarked
package dev.meishi.http.documents;

import org.jspecify.annotations.NullMarked;
