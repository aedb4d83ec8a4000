package dev.meishi.lineworks.oauth;

import dev.meishi.lineworks.http.JsonBody;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The token endpoint, as RFC 7523 and the vendor's samples have it. */
@RegisterRestClient(configKey = "lineworks")
@Produces(MediaType.APPLICATION_JSON)
interface TokenApi {

    /** Exchanges an assertion for a token. */
    @POST
    @Consumes("application/x-www-form-urlencoded; charset=UTF-8")
    Uni<JsonBody> token(
            @FormParam("grant_type") String grantType,
            @FormParam("assertion") String assertion,
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") String clientSecret,
            @FormParam("scope") String scope);
}
