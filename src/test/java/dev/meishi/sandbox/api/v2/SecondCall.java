package dev.meishi.sandbox.api.v2;

import static io.restassured.RestAssured.given;

import dev.meishi.sandbox.Call;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Calls to API 2.0 of the simulator the way a well-behaved client makes them. */
public final class SecondCall {

    static final String API = "/sandbox/2.0/v1.0";
    static final String TOKEN = "/sandbox/2.0/oauth2/v2.0/token";
    static final String ALL_SCOPES = "contact.read directory.read user.read orgunit.read group.read";

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private SecondCall() {}

    /** Undoes what another test has done. */
    static void startAfresh() {
        Call.startAfresh();
        Call.control("DELETE", "2.0/readings");
    }

    static void reading(String name, Object value) {
        Call.control("PUT", "2.0/readings", new JsonObject().put(name, value));
    }

    static JsonObject account() {
        return Call.control("GET", "2.0/account");
    }

    static String token() {
        return token(ALL_SCOPES, claims());
    }

    static String token(String scope, JsonObject claims) {
        return Call.json(grant(scope, jwt(claims))).getString("access_token");
    }

    static Response grant(String scope, String assertion) {
        return form(scope, assertion).post(TOKEN);
    }

    static RequestSpecification form(String scope, String assertion) {
        JsonObject account = account();
        return given().formParam("grant_type", JWT_BEARER)
                .formParam("assertion", assertion)
                .formParam("client_id", account.getString("clientId"))
                .formParam("client_secret", account.getString("clientSecret"))
                .formParam("scope", scope);
    }

    static JsonObject claims() {
        long now = Instant.now().getEpochSecond();
        JsonObject account = account();
        return new JsonObject()
                .put("iss", account.getString("clientId"))
                .put("sub", account.getString("serviceAccount"))
                .put("iat", now)
                .put("exp", now + 3600);
    }

    static String jwt(JsonObject claims) {
        try {
            String pem = account().getString("privateKey").replaceAll("-----[A-Z ]+-----|\\s", "");
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            String signed = base64("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                    + base64(claims.encode().getBytes(StandardCharsets.UTF_8));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A call with a token; parameters come in pairs. */
    static Response get(String token, String path, Object... parameters) {
        RequestSpecification request = given().header("Authorization", "Bearer " + token);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i].toString(), parameters[i + 1]);
        }
        return request.redirects().follow(false).get(API + path);
    }

    /** The answer to a call with a new token. */
    public static JsonObject json(String path, Object... parameters) {
        return Call.json(get(token(), path, parameters));
    }

    /** Everything that a list leads to. */
    static List<JsonObject> walk(String name, String path, Object... parameters) {
        String token = token();
        List<JsonObject> found = new ArrayList<>();
        String cursor = "";
        do {
            List<Object> all = new ArrayList<>(List.of(parameters));
            all.addAll(List.of("cursor", cursor));
            JsonObject page = Call.json(get(token, path, all.toArray()));
            found.addAll(Call.objects(page.getJsonArray(name)));
            cursor = page.getJsonObject("responseMetaData").getString("nextCursor");
        } while (cursor != null);
        return found;
    }

    static List<String> ids(String path, Object... parameters) {
        return walk("contacts", path, parameters).stream()
                .map(contact -> contact.getString("contactId"))
                .toList();
    }

    static String code(Response response) {
        return response.statusCode() + " " + new JsonObject(response.asString()).getString("code");
    }
}
