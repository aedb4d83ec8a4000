/** What stands under {@code k8s}: rendered, read strictly, and compared with what the gateway exposes. */
@NullMarked
package dev.meishi.kubernetes;

import org.jspecify.annotations.NullMarked;
