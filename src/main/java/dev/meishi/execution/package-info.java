/**
 * Executes valid operations, by a compiled plan or, where no plan covers one, by the engine: chooses, starts, admits and ends
 * them.
 */
@NullMarked
package dev.meishi.execution;

import org.jspecify.annotations.NullMarked;
