/** What the bodies of all APIs of LINE WORKS have in common: how times and kinds are written. It knows no member of any. */
@NullMarked
package dev.meishi.lineworks.body;

import org.jspecify.annotations.NullMarked;
