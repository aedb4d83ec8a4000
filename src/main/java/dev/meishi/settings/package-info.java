/** Names of settings that are no longer valid; each setting itself is declared next to its user. */
@NullMarked
package dev.meishi.settings;

import org.jspecify.annotations.NullMarked;
