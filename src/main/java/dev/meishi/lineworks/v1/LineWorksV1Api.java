package dev.meishi.lineworks.v1;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.lineworks.http.JsonBody;
import io.quarkus.rest.client.reactive.Url;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The operations of LINE WORKS API 1.0, as the vendor's pages write them. Each call has its own {@code Authorization}; the
 * headers of an answer tell of the quota.
 */
@RegisterRestClient(configKey = "lineworks")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
interface LineWorksV1Api {

    /** Get customer/client contacts, v3. Parameters as a map: a bean's fields would be looked up by name for each call. */
    @GET
    @Path("r/{apiId}/contact/v3/domains/{domainId}/shared/contacts")
    Uni<RestResponse<JsonBody>> contacts(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RestPath String apiId,
            @RestPath String domainId,
            @RestQuery Map<String, String> parameters);

    /** Get one contact, v3: the bare object. */
    @GET
    @Path("r/{apiId}/contact/v3/domains/{domainId}/shared/contacts/{resourceId}")
    Uni<RestResponse<JsonBody>> contact(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RestPath String apiId,
            @RestPath String domainId,
            @RestPath String resourceId);

    /** List tags: an assumed endpoint with the parameters and the payload of API 2.0. */
    @GET
    Uni<RestResponse<TagListPayload>> tags(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @Url String url,
            @RestQuery int count,
            @RestQuery @Nullable String cursor);

    /** Get private contacts during migration, v1. */
    @POST
    @Path("migration/{apiId}/contact/listPrivateContact/v1")
    @Consumes("application/x-www-form-urlencoded; charset=UTF-8")
    Uni<RestResponse<PrivateContactListPayload>> privateContacts(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RestPath String apiId,
            @FormParam("targetMemberEmail") String targetMemberEmail,
            @FormParam("pageIndex") int pageIndex,
            @FormParam("pagePerLength") int pagePerLength);

    /**
     * What reads the payloads of tags and private contacts: API 1.0 writes {@code ""} where there is no value, even in
     * place of an object.
     */
    @ClientObjectMapper
    static ObjectMapper tolerant(ObjectMapper ofTheApplication) {
        return ofTheApplication.copy().enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT);
    }
}
