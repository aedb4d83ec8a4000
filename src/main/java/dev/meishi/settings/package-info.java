/** Checks of settings at the start, and names that are no longer valid. Each setting itself is declared next to its user. */
@NullMarked
package dev.meishi.settings;

import org.jspecify.annotations.NullMarked;
