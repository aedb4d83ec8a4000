/**
 * Who is calling, as one of a few configured classes, and on what terms its operations are carried out. Knows no
 * transport and no schema.
 */
@NullMarked
package dev.meishi.access;

import org.jspecify.annotations.NullMarked;
