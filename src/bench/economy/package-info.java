/** What the gateway promises about calls to LINE WORKS, held against the packaged jar. It speaks HTTP only and shares no code with the gateway. */
@NullMarked
package economy;

import org.jspecify.annotations.NullMarked;
