package dev.meishi.lineworks.v2;

import dev.meishi.lineworks.http.JsonBody;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
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
 * The operations of LINE WORKS API 2.0, as the vendor's pages write them. Each call has its own {@code Authorization}; the
 * headers of an answer tell of the quota.
 */
@RegisterRestClient(configKey = "lineworks")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
interface LineWorksV2Api {

    /** Contacts of the domain. */
    @GET
    @Path("contacts")
    Uni<RestResponse<JsonBody>> contacts(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization, @RestQuery Map<String, String> parameters);

    /** Contacts that a member may see. */
    @GET
    @Path("users/{userId}/contacts")
    Uni<RestResponse<JsonBody>> memberContacts(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RestPath String userId,
            @RestQuery Map<String, String> parameters);

    /** One contact: the bare object. */
    @GET
    @Path("contacts/{contactId}")
    Uni<RestResponse<JsonBody>> contact(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization, @RestPath String contactId);

    /** Tags of the domain, by name. */
    @GET
    @Path("contact-tags")
    Uni<RestResponse<JsonBody>> tags(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RestQuery int count,
            @RestQuery @Nullable String cursor);

    /** Members' ids, names and addresses. */
    @GET
    @Path("users/external-keys")
    Uni<RestResponse<JsonBody>> memberKeys(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RestQuery int count,
            @RestQuery @Nullable String cursor);

    /** Members in full. */
    @GET
    @Path("users")
    Uni<RestResponse<JsonBody>> members(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RestQuery int count,
            @RestQuery @Nullable String cursor);

    /** Groups' ids and names. */
    @GET
    @Path("groups/external-keys")
    Uni<RestResponse<JsonBody>> groupKeys(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RestQuery int count,
            @RestQuery @Nullable String cursor);

    /** Organizations. */
    @GET
    @Path("orgunits")
    Uni<RestResponse<JsonBody>> orgUnits(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RestQuery int count,
            @RestQuery @Nullable String cursor);
}
