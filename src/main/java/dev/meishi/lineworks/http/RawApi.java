package dev.meishi.lineworks.http;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Any operation that is a GET, whose answer is taken as it comes. */
@RegisterRestClient(configKey = "lineworks")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
interface RawApi {

    /** One call. */
    @GET
    Uni<RestResponse<byte[]>> get(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @Url String url,
            @RestQuery Map<String, String> parameters);
}
