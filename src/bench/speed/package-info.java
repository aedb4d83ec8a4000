/** What an answer costs the gateway in CPU, beside what one hop of HTTP costs; speaks to both over HTTP alone. */
@NullMarked
package speed;

import org.jspecify.annotations.NullMarked;
