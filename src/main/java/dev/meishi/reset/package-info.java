/** That LINE WORKS is another from now on: said by the simulator, heard by whatever remembers something of it. Knows no other package. */
@NullMarked
package dev.meishi.reset;

import org.jspecify.annotations.NullMarked;
