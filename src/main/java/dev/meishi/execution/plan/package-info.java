/**
 * Operations compiled to plans, and run: from a valid operation to its answer as JSON, errors included; it knows neither the
 * engine nor how a resolver is called.
 */
@NullMarked
package dev.meishi.execution.plan;

import org.jspecify.annotations.NullMarked;
