/** That benches which take a deployed instance tell what they find of it. Knows their command lines, and nothing in them. */
@NullMarked
package dev.meishi.bench;

import org.jspecify.annotations.NullMarked;
