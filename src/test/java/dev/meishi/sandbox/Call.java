package dev.meishi.sandbox;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Calls to the simulator the way a well-behaved client makes them. */
public final class Call {

    static final String DOMAIN = "/r/sandbox/contact/v3/domains/1";
    public static final String CONTACTS = DOMAIN + "/shared/contacts";
    public static final String TAGS = DOMAIN + "/contact-tags";
    public static final String PRIVATE_CONTACTS = "/migration/sandbox/contact/listPrivateContact/v1";
    public static final String TOKEN = "/b/sandbox/server/token";

    private Call() {}

    /** Undoes what another test has done. */
    public static void startAfresh() {
        control("DELETE", "faults");
        control("DELETE", "contacts");
        control("DELETE", "calls");
    }

    public static RequestSpecification authenticated() {
        return given().header("consumerKey", "sandbox-consumer-key")
                .header("Authorization", "Bearer sandbox-server-token");
    }

    /** A page of contacts; parameters come in pairs. */
    public static Response contacts(Object... parameters) {
        return with(authenticated(), parameters).get(CONTACTS);
    }

    public static JsonObject page(Object... parameters) {
        return json(contacts(parameters));
    }

    public static List<String> ids(JsonObject page) {
        return objects(page.getJsonArray("contacts")).stream()
                .map(contact -> contact.getString("resourceId"))
                .toList();
    }

    /** The simulator's own account of what a list should hold. */
    public static List<String> truth(Object... parameters) {
        JsonArray ids = json(with(given(), parameters).get("/sandbox/contacts")).getJsonArray("resourceIds");
        return ids.stream().map(String.class::cast).toList();
    }

    public static JsonObject control(String method, String path, JsonObject body) {
        return json(given().contentType("application/json").body(body.encode()).request(method, "/sandbox/" + path));
    }

    public static JsonObject control(String method, String path) {
        return json(given().request(method, "/sandbox/" + path));
    }

    public static JsonObject json(Response response) {
        return new JsonObject(response.then().statusCode(200).extract().asString());
    }

    public static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    private static RequestSpecification with(RequestSpecification request, Object... parameters) {
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i].toString(), parameters[i + 1]);
        }
        return request;
    }
}
