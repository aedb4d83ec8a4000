package dev.meishi.lineworks.http;

import dev.meishi.quota.Operation;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where the calls of an API go, as its spans tell it. */
public interface Endpoints {

    /**
     * The address that all paths are below.
     *
     * @return ask only once the server listens
     */
    URI address();

    /**
     * The path of an operation.
     *
     * @param operation of the API
     * @return below the address, with names in braces for what differs from call to call; null if the API has no such operation
     */
    @Nullable
    String path(Operation operation);

    /**
     * How an operation is called.
     *
     * @param operation of the API
     * @return method of HTTP
     */
    default String method(Operation operation) {
        return "GET";
    }
}
