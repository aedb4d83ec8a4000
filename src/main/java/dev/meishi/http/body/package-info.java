/** What a client sends: a body within its limits and its time, or a query string, and the GraphQL request in it. */
@NullMarked
package dev.meishi.http.body;

import org.jspecify.annotations.NullMarked;
