/**
 * Load and soak of a gateway that runs anywhere: of one that is started here on its simulator, or of a deployed one, by its
 * address. Knows GraphQL over HTTP and the names of metrics, and shares no code with the gateway.
 */
@NullMarked
package traffic;

import org.jspecify.annotations.NullMarked;
