/**
 * The operations of API 1.0: credentials, parameters, answers and errors as the vendor documents them. It reads the
 * data and applies the faults, and knows nothing of the control routes.
 */
@NullMarked
package dev.meishi.sandbox.api;

import org.jspecify.annotations.NullMarked;
