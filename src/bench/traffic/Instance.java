package traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A gateway that answers at an address, over connections that are kept. */
final class Instance {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final Map<String, String> headers;
    private final Duration timeout;
    private final HttpClient client;

    /**
     * One that is not asked yet.
     *
     * @param address of its GraphQL
     * @param headers of each request, whose values are shown nowhere
     * @param trusted whom TLS trusts
     * @param timeout of a request
     */
    Instance(URI address, Map<String, String> headers, SSLContext trusted, Duration timeout) {
        this.address = address;
        this.headers = headers;
        this.timeout = timeout;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .sslContext(trusted)
                .executor(Executors.newFixedThreadPool(2, task -> {
                    Thread thread = new Thread(task, "answers");
                    thread.setDaemon(true);
                    return thread;
                }))
                .build();
    }

    /** Sends a document; the answer never fails, but says that there was none. */
    CompletableFuture<Answer> send(Document document, @Nullable String after) {
        return client.sendAsync(request(document, after), BodyHandlers.ofByteArray())
                .handle((response, failure) -> failure == null
                        ? Answer.of(document, response.statusCode(), response.body())
                        : Answer.none(what(failure)));
    }

    /**
     * Sends the first documents, one after the other.
     *
     * @param limit what is held against the calls of them
     * @return the cursor of a next page; null if the whole list is on the first
     * @throws Unusable if that is no gateway, or it does not answer this caller
     */
    @Nullable
    String check(CallLimit limit) throws Unusable, InterruptedException {
        @Nullable String next = null;
        for (Document document : Document.mix(false).stream().distinct().toList()) {
            Answer answer = check(document);
            limit.add(answer, 0);
            next = document == Document.SHORT ? answer.next() : next;
        }
        return next;
    }

    private Answer check(Document document) throws Unusable, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = client.send(request(document, null), BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new Unusable(Exit.INSTANCE, "%s cannot be reached: %s.%s", address, what(failure), advice(failure));
        }
        int status = response.statusCode();
        Answer answer = Answer.of(document, status, response.body());
        if (status == 401 || (status == 403 && answer.kind() != Answer.Kind.REFUSED)) {
            throw new Unusable(
                    Exit.INSTANCE,
                    "%s answered %d: it does not accept this caller. Give a credential by --token-file or --headers-file.",
                    address,
                    status);
        }
        if (status / 100 == 3) {
            throw new Unusable(
                    Exit.INSTANCE,
                    "%s answered %d and redirects. Give the address that it redirects to, with the path of GraphQL.",
                    address,
                    status);
        }
        if (answer.kind() != Answer.Kind.RIGHT) {
            throw new Unusable(
                    Exit.INSTANCE,
                    "%s did not answer the document %s as a gateway does: %s. Expected is the address of a gateway that"
                            + " answers it; a path other than /graphql is part of the address.",
                    address,
                    document,
                    answer.label());
        }
        return answer;
    }

    private HttpRequest request(Document document, @Nullable String after) {
        ObjectNode post = JSON.createObjectNode().put("query", document.query());
        if (document.first() > 0) {
            post.putObject("variables").put("first", document.first()).put("after", after);
        }
        post.putObject("extensions").put("plan", true);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(post.toString(), UTF_8));
        headers.forEach(request::setHeader);
        return request.build();
    }

    /** What has failed, in words of no library's own where it is one of the usual failures. */
    static String what(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof UnresolvedAddressException) {
                return "no such host";
            }
            if (each instanceof SSLException) {
                return "TLS failed (" + each.getMessage() + ")";
            }
        }
        if (cause instanceof ConnectException) {
            return cause.getMessage() == null ? "connection refused" : cause.getMessage();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String advice(IOException failure) {
        String what = what(failure);
        if (what.contains("PKIX") || what.contains("unable to find valid certification path")) {
            return " Its certificate is of no authority that Java trusts: name the authority's by --ca-file.";
        }
        if (what.contains("subject alternative") || what.contains("No name matching")) {
            return " Its certificate is for another host: use the host name that is in it.";
        }
        if (what.contains("recognized SSL message")) {
            return " What answers there does not speak TLS: try http://.";
        }
        if (failure instanceof HttpTimeoutException) {
            return " Check host and port of --address, whether TLS is spoken there, and whether something between drops connections.";
        }
        return failure instanceof ConnectException ? " Check host and port of --address, and that it runs." : "";
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
