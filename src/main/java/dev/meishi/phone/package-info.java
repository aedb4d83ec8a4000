/** Phone numbers by the numbering plans of all countries: what is one, and how it is written. It knows nothing of contacts. */
@NullMarked
package dev.meishi.phone;

import org.jspecify.annotations.NullMarked;
