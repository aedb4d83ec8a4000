package dev.meishi.lineworks;

import dev.meishi.secret.Secret;

/**
 * Who the gateway is to LINE WORKS API 1.0: the ids in the path and the two header credentials of a Server API call.
 *
 * @param apiId issued per tenant in the Developer Console, the path segment after {@code /r/}
 * @param domainId the domain asked when a query names none
 * @param consumerKey value of the {@code consumerKey} header
 * @param serverToken value of the {@code Authorization: Bearer} header
 */
public record Tenant(String apiId, String domainId, Secret consumerKey, Secret serverToken) {}
