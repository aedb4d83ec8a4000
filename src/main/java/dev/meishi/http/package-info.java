/** GraphQL over HTTP: the one route, what it takes and refuses, and how it answers. */
@NullMarked
package dev.meishi.http;

import org.jspecify.annotations.NullMarked;
