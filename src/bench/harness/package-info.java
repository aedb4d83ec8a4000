/** What benches share: their command line, and the processes that they start. It knows no bench and shares no code with the gateway. */
@NullMarked
package harness;

import org.jspecify.annotations.NullMarked;
