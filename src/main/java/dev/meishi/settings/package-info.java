/**
 * Checks of settings at the start and how their mistakes are told, the keys as the documentation describes them, and names
 * that are no longer valid. Each setting itself is declared next to its user.
 */
@NullMarked
package dev.meishi.settings;

import org.jspecify.annotations.NullMarked;
