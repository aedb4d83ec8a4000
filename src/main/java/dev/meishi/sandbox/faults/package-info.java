/**
 * How the simulator misbehaves on purpose, operation by operation, and how often each was called. It knows neither the
 * data nor what an operation answers.
 */
@NullMarked
package dev.meishi.sandbox.faults;

import org.jspecify.annotations.NullMarked;
