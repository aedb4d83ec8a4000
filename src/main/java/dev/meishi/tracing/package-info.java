/**
 * Spans of the work that the gateway does for a request, and their way to a collector. Off unless it is configured; then
 * nothing of OpenTelemetry is loaded. Knows neither GraphQL nor LINE WORKS.
 */
@NullMarked
package dev.meishi.tracing;

import org.jspecify.annotations.NullMarked;
