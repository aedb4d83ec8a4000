/**
 * How any API of LINE WORKS is called over HTTP: requests that can be cancelled, bodies within a bound of memory, headers of
 * the quota, and what the transport can fail with.
 */
@NullMarked
package dev.meishi.lineworks.http;

import org.jspecify.annotations.NullMarked;
