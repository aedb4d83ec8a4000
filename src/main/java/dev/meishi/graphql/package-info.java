/**
 * The language: documents and their limits, what the framework's schema is corrected in, and how errors are shown. Neither
 * how an operation is executed, nor HTTP.
 */
@NullMarked
package dev.meishi.graphql;

import org.jspecify.annotations.NullMarked;
