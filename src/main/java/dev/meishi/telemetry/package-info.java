/**
 * What operators see of operations: how many, how long, how they ended, and of which build the process is. Knows operations
 * and their results; not how they came, and never what was asked in them.
 */
@NullMarked
package dev.meishi.telemetry;

import org.jspecify.annotations.NullMarked;
