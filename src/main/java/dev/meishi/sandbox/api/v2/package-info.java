/**
 * API 2.0: URLs, access tokens, parameters, cursors and answers as far as public material tells them; where it does not,
 * a reading that can be changed at run time ({@link dev.meishi.sandbox.api.v2.Readings}). It reads the data that every
 * version serves, and knows no other version.
 */
@NullMarked
package dev.meishi.sandbox.api.v2;

import org.jspecify.annotations.NullMarked;
