package dev.meishi.lineworks.v1;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** LINE WORKS played by WireMock, and a gateway configured to talk to it and to nothing else. */
public final class LineWorksStub implements QuarkusTestResourceLifecycleManager {

    /** The API ID in every path. */
    public static final String API_ID = "spec-api";

    /** The gateway's own domain. */
    public static final String OWN_DOMAIN = "77";

    /** How long the gateway waits for one call: long enough for a cold start, short enough to wait for in a test. */
    public static final Duration DEADLINE = Duration.ofSeconds(2);

    static final String CONSUMER_KEY = "spec-consumer-key-5f1c";
    static final String SERVER_TOKEN = "spec-server-token-9a7e";

    private static final int FIRST_DOMAIN = 1000;
    private static final int LAST_DOMAIN = 1199;

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().containerThreads(50));

    /** Marks the field of a test that is to hold the stub. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Stub {}

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.ofEntries(
                Map.entry("meishi.upstream.url", server.baseUrl()),
                Map.entry("meishi.upstream.api-id", API_ID),
                Map.entry("meishi.upstream.domain-id", OWN_DOMAIN),
                Map.entry("meishi.upstream.more-domain-ids", moreDomains()),
                Map.entry("meishi.upstream.consumer-key", CONSUMER_KEY),
                Map.entry("meishi.upstream.server-token", SERVER_TOKEN),
                Map.entry("meishi.upstream.timeout", DEADLINE.toString()),
                Map.entry("meishi.upstream.connect-timeout", "PT1S"),
                Map.entry("meishi.callers.default.max-upstream-calls", "100"),
                Map.entry("meishi.quota.calls-per-minute", "1000000"),
                Map.entry("meishi.quota.breaker.volume", "1000000"),
                Map.entry("meishi.page-cache.fresh", "30s"),
                Map.entry("meishi.page-cache.stale-while-revalidate", "0s"),
                Map.entry("meishi.page-cache.stale-if-error", "0s"),
                Map.entry("meishi.sandbox.enabled", "false"),
                Map.entry("meishi.private-contacts.enabled", "true"),
                Map.entry(
                        "meishi.documents.manifests",
                        Path.of("src/test/resources/lineworks/manifest.json")
                                .toAbsolutePath()
                                .toString()),
                // The client logs every call with its headers as soon as the level allows it; one test lets it.
                Map.entry("quarkus.rest-client.logging.scope", "request-response"),
                Map.entry("quarkus.log.category.\"org.jboss.resteasy.reactive.client.logging\".level", "WARN"));
    }

    /** One domain for each page and test, so that nothing the gateway keeps can pass from one to the other. */
    private static String moreDomains() {
        return IntStream.rangeClosed(FIRST_DOMAIN, LAST_DOMAIN)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.AnnotatedAndMatchesType(Stub.class, WireMockServer.class));
    }

    @Override
    public void stop() {
        server.stop();
    }
}
