/** Two ways to execute an operation, compared by random operations on random data: they may differ in nothing. */
@NullMarked
package dev.meishi.differential;

import org.jspecify.annotations.NullMarked;
