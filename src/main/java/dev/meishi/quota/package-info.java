/**
 * How a single call to LINE WORKS is let go, repeated and given up, so that the tenant's quota is never overdrawn. Knows
 * failures and ledgers alone: neither what is called nor how.
 */
@NullMarked
package dev.meishi.quota;

import org.jspecify.annotations.NullMarked;
