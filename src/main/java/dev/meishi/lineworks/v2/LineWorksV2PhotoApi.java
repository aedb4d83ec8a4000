package dev.meishi.lineworks.v2;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The operation of API 2.0 that answers with a redirection, which is an answer here and nowhere else. */
@RegisterRestClient(configKey = "lineworks")
@Path("/")
interface LineWorksV2PhotoApi {

    /** Where the photo of a contact is: status 302 with {@code Location}. */
    @GET
    @Path("contacts/{contactId}/photo")
    Uni<RestResponse<byte[]>> photo(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization, @RestPath String contactId);
}
