/** Values derived from an object that lives longer than an operation, stored with the object. */
@NullMarked
package dev.meishi.attachments;

import org.jspecify.annotations.NullMarked;
