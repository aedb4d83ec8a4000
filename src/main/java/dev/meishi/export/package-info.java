/**
 * Whole lists, streamed to those who keep a copy of them: one line a contact, at the reader's pace, and resumable. What a
 * contact is made of it takes from the schema; it knows no feature and nothing of LINE WORKS.
 */
@NullMarked
package dev.meishi.export;

import org.jspecify.annotations.NullMarked;
