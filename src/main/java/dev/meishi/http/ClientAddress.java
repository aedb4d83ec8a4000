package dev.meishi.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Objects;

/**
 * Where a request comes from: the other end of the connection, or, where {@code quarkus.http.proxy.proxy-address-forwarding}
 * is on, what the proxy says of its own client.
 */
final class ClientAddress {

    private ClientAddress() {}

    /** IP in text as a rule; empty if there is none, as of a socket in the file system. */
    static String of(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        if (address == null) {
            return "";
        }
        String ip = address.hostAddress();
        return ip == null ? Objects.requireNonNullElse(address.host(), "") : ip;
    }
}
