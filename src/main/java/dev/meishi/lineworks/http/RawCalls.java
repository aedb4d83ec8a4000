package dev.meishi.lineworks.http;

import dev.meishi.lineworks.probe.Probe;
import dev.meishi.lineworks.probe.RawAnswer;
import dev.meishi.secret.Secret;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes calls as the gateway makes them, and gives their answers as they come. */
public final class RawCalls {

    private final URI address;
    private final RawApi api;
    private final Duration timeout;

    /**
     * For one API.
     *
     * @param address that all paths are below
     * @param builder of the API's client, without what turns error statuses into failures
     * @param timeout of one call
     */
    public RawCalls(URI address, QuarkusRestClientBuilder builder, Duration timeout) {
        this.address = address;
        this.api = builder.register(new RawStatus.Door()).build(RawApi.class);
        this.timeout = timeout;
    }

    /**
     * Makes one call.
     *
     * @param authorization that is sent
     * @param probe what is called
     * @param found what the names in braces stand for
     * @return fails with {@link dev.meishi.failure.Failure} where nothing was answered
     */
    public Uni<RawAnswer> get(Secret authorization, Probe probe, Map<String, String> found) {
        String path = probe.path();
        Map<String, String> parameters = new LinkedHashMap<>(probe.parameters());
        for (Map.Entry<String, String> value : found.entrySet()) {
            String name = '{' + value.getKey() + '}';
            path = path.replace(name, encoded(value.getValue()));
            parameters.replaceAll((key, text) -> text.equals(name) ? value.getValue() : text);
        }
        String url = address.toString().replaceFirst("/$", "") + path;
        return api.get(authorization.value(), url, parameters)
                .map(RawCalls::answer)
                .onFailure(RawStatus.class)
                .recoverWithItem(thrown -> thrown.answer())
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .transform(thrown -> TransportErrors.from(thrown, timeout));
    }

    private static RawAnswer answer(RestResponse<byte[]> response) {
        byte[] body = response.getEntity();
        return new RawAnswer(
                response.getStatus(),
                RawStatus.headers(response.getStringHeaders()),
                body == null ? new byte[0] : body);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
