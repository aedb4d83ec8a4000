/**
 * Connections below HTTP requests: how many, for how long, which heads are served, how answers reach slow clients, and how
 * the process ends. All that touches Netty and Vert.x's internals on this side is here; nothing here knows GraphQL but the
 * shape of an error.
 */
@NullMarked
package dev.meishi.server;

import org.jspecify.annotations.NullMarked;
