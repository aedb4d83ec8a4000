/** What the logs, metrics and error messages of a whole run of tests must not have, and where it is looked for. It knows of no test. */
@NullMarked
package dev.meishi.leak;

import org.jspecify.annotations.NullMarked;
