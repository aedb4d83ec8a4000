/**
 * Executes valid operations, by a compiled plan where that covers everything and by the engine where it does not: chooses,
 * starts, admits and ends them.
 */
@NullMarked
package dev.meishi.execution;

import org.jspecify.annotations.NullMarked;
