/**
 * Whole lists, streamed to those who keep a copy of them: one line a contact, at the reader's pace, and resumable. The fields
 * of a contact are the schema's; it knows no feature and nothing of LINE WORKS.
 */
@NullMarked
package dev.meishi.export;

import org.jspecify.annotations.NullMarked;
