/**
 * The LINE WORKS simulator, for development, tests and load runs: reads its configuration, puts the data, the
 * operations of the API and the faults together and opens their routes. It knows the gateway only as a caller with a
 * {@link dev.meishi.lineworks.Tenant}, and tells it when the data start over; nothing outside this package may depend
 * on it.
 */
@NullMarked
package dev.meishi.sandbox;

import org.jspecify.annotations.NullMarked;
