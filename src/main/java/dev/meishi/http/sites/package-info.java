/** For which sites requests are served: the names of this gateway, and pages of other sites. */
@NullMarked
package dev.meishi.http.sites;

import org.jspecify.annotations.NullMarked;
