package dev.meishi.sandbox.api.v1;

import dev.meishi.lineworks.Tenant;
import dev.meishi.sandbox.api.CallHandler;
import dev.meishi.sandbox.data.TenantData;
import dev.meishi.sandbox.faults.Operation;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;

/** API 1.0 at the URLs that the vendor documents. */
public final class ContactApi {

    private static final String CONTACTS = "/r/:apiId/contact/v3/domains/:domainId/shared/contacts";
    private static final String TAGS = "/r/:apiId/contact/v3/domains/:domainId/contact-tags";
    private static final String PRIVATE_CONTACTS = "/migration/:apiId/contact/listPrivateContact/v1";
    private static final String SERVER_TOKEN = "/b/:apiId/server/token";

    private final CallHandler handler;
    private final Tenant tenant;
    private final TenantData data;
    private final ServerTokens tokens;

    /**
     * The operations of one tenant.
     *
     * @param tokens valid beside the tenant's own token
     */
    public ContactApi(CallHandler handler, Tenant tenant, TenantData data, ServerTokens tokens) {
        this.handler = handler;
        this.tenant = tenant;
        this.data = data;
        this.tokens = tokens;
    }

    /** Opens the routes; every other URL below their first part is answered as unknown. */
    public void register(Router router) {
        CredentialCheck credentials = new CredentialCheck(tenant, tokens);
        ContactOperations contacts = new ContactOperations(credentials, data.contacts(), data.tags());
        router.get(CONTACTS).handler(handler.serving(Operation.LIST_CONTACTS, contacts::list));
        router.get(CONTACTS + "/:resourceId").handler(handler.serving(Operation.GET_CONTACT, contacts::get));
        TagOperations tags = new TagOperations(credentials, data.tags());
        router.get(TAGS).handler(handler.serving(Operation.LIST_TAGS, tags::list));
        router.get(TAGS + "/:contactTagId").handler(handler.serving(Operation.GET_TAG, tags::get));
        PrivateContactOperations privateContacts = new PrivateContactOperations(credentials, data.privateContacts());
        router.post(PRIVATE_CONTACTS)
                .handler(BodyHandler.create(false))
                .handler(handler.serving(Operation.LIST_PRIVATE_CONTACTS, privateContacts::list));
        router.post(SERVER_TOKEN)
                .handler(BodyHandler.create(false))
                .handler(handler.serving(Operation.SERVER_TOKEN, new TokenOperations(tenant, tokens)::issue));
        List.of("/r/*", "/migration/*", "/b/*")
                .forEach(path -> router.route(path).handler(handler.unknown()));
    }
}
