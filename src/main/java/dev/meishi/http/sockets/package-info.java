/** GraphQL over WebSocket (the protocol graphql-transport-ws): who may open a socket, and the operations on it. */
@NullMarked
package dev.meishi.http.sockets;

import org.jspecify.annotations.NullMarked;
