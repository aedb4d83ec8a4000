/** The gateway behind a proxy that pools connections. */
@NullMarked
package proxy;

import org.jspecify.annotations.NullMarked;
