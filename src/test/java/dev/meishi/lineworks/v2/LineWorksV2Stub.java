package dev.meishi.lineworks.v2;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** LINE WORKS by its API 2.0, with its token endpoint, played by WireMock; and a gateway that is configured to talk to it. */
public final class LineWorksV2Stub implements QuarkusTestResourceLifecycleManager {

    static final String DOMAIN = "77";
    static final String CLIENT_ID = "client-4711";
    static final String CLIENT_SECRET = "s3cret-of-the-app";
    static final String SERVICE_ACCOUNT = "xyz.serviceaccount@example.com";
    static final String NO_CONTACTS = "{\"contacts\":[],\"responseMetaData\":{}}";
    static final Duration DEADLINE = Duration.ofSeconds(5);

    /** Where tokens are issued. */
    public static final String TOKEN_PATH = "/oauth2/v2.0/token";

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().containerThreads(50));

    private final Account account;

    /** Marks the field of a test that is to hold the stub. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Stub {}

    /** What the gateway proves itself with. */
    record Account(KeyPair keys, Path keyFile, Path secretFile) {

        /** Writes both files as they should be. */
        void restore() throws IOException {
            Files.writeString(keyFile, pem());
            Files.writeString(secretFile, CLIENT_SECRET + "\n");
        }

        String pem() {
            return pem(keys);
        }

        static String pem(KeyPair keys) {
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        }

        static KeyPair generate() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (NoSuchAlgorithmException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /** A service account with files of its key and of the app's secret. */
    public LineWorksV2Stub() {
        try {
            Path directory = Files.createTempDirectory("api-2");
            account = new Account(Account.generate(), directory.resolve("key.pem"), directory.resolve("secret"));
            account.restore();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.ofEntries(
                Map.entry("meishi.upstream.api", "2.0"),
                Map.entry("meishi.upstream.url", server.baseUrl() + "/v1.0"),
                Map.entry("meishi.upstream.token-url", server.baseUrl() + TOKEN_PATH),
                Map.entry("meishi.upstream.client-id", CLIENT_ID),
                Map.entry("meishi.upstream.client-secret", account.secretFile().toString()),
                Map.entry("meishi.upstream.service-account", SERVICE_ACCOUNT),
                Map.entry("meishi.upstream.private-key", account.keyFile().toString()),
                Map.entry("meishi.upstream.scope", "contact.read,user.read"),
                Map.entry("meishi.upstream.domain-id", DOMAIN),
                Map.entry("meishi.upstream.timeout", DEADLINE.toString()),
                Map.entry("meishi.upstream.connect-timeout", "PT1S"),
                Map.entry("meishi.callers.default.max-upstream-calls", "100"),
                Map.entry("meishi.quota.calls-per-minute", "1000000"),
                Map.entry("meishi.quota.breaker.volume", "1000000"),
                Map.entry("meishi.sandbox.enabled", "false"),
                // The client logs every call with its headers as soon as the level allows it; one test lets it.
                Map.entry("quarkus.rest-client.logging.scope", "request-response"),
                Map.entry("quarkus.log.category.\"org.jboss.resteasy.reactive.client.logging\".level", "WARN"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.AnnotatedAndMatchesType(Stub.class, WireMockServer.class));
        injector.injectIntoFields(account, new TestInjector.AnnotatedAndMatchesType(Stub.class, Account.class));
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** Whatever is asked is answered like this, and tokens are issued. */
    static void answering(WireMockServer server, ResponseDefinitionBuilder answer) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(answer));
        issuing(server, "t0ken-1");
    }

    /** This token is issued to whoever asks. */
    public static void issuing(WireMockServer server, String token) {
        issuing(
                server,
                okJson("{\"access_token\":\"" + token + "\",\"refresh_token\":\"r3fresh\",\"token_type\":\"Bearer\","
                        + "\"expires_in\":\"86400\",\"scope\":\"contact.read user.read\"}"));
    }

    /** This token is issued to whoever has this client secret. */
    static void issuing(WireMockServer server, String clientSecret, String token) {
        server.stubFor(post(urlEqualTo(TOKEN_PATH))
                .withFormParam("client_secret", equalTo(clientSecret))
                .willReturn(okJson("{\"access_token\":\"" + token + "\",\"expires_in\":86400}")));
    }

    /** Tokens are asked for with this outcome. */
    static void issuing(WireMockServer server, ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlEqualTo(TOKEN_PATH)).willReturn(answer));
    }

    /** The calls of the API, in order. */
    static List<LoggedRequest> calls(WireMockServer server) {
        return requests(server, false);
    }

    /** The calls for tokens, in order. */
    static List<LoggedRequest> tokenCalls(WireMockServer server) {
        return requests(server, true);
    }

    private static List<LoggedRequest> requests(WireMockServer server, boolean areForTokens) {
        List<LoggedRequest> requests = new ArrayList<>(server.getAllServeEvents().stream()
                .map(ServeEvent::getRequest)
                .filter(request -> request.getUrl().equals(TOKEN_PATH) == areForTokens)
                .toList());
        Collections.reverse(requests);
        return requests;
    }
}
