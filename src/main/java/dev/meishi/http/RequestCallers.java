package dev.meishi.http;

import dev.meishi.access.Caller;
import dev.meishi.access.Callers;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the class of callers that a request belongs to. */
@Singleton
public class RequestCallers {

    private final Callers callers;
    private final boolean isForwarded;

    RequestCallers(
            Callers callers,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean isForwarded) {
        this.callers = callers;
        this.isForwarded = isForwarded;
    }

    /**
     * The caller of a request, by its token and its address.
     *
     * @param request with its headers
     * @return its class, at this address
     */
    public Caller of(HttpServerRequest request) {
        return callers.of(request.getHeader(HttpHeaders.AUTHORIZATION)).at(address(request));
    }

    /**
     * The other end of the connection, or, where {@code quarkus.http.proxy.proxy-address-forwarding} is on, what the proxy
     * says of its own client; only then the request is asked, which reads several headers each time. IP in text as a rule;
     * empty if there is none, as of a socket in the file system.
     */
    private String address(HttpServerRequest request) {
        SocketAddress address =
                isForwarded ? request.remoteAddress() : request.connection().remoteAddress();
        if (address == null) {
            return "";
        }
        String ip = address.hostAddress();
        return ip == null ? Objects.requireNonNullElse(address.host(), "") : ip;
    }
}
