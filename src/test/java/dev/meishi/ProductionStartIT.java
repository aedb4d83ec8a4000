package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How what is shipped starts in production: refuses when unconfigured, serves when told to. */
class ProductionStartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void withoutTenantAndSandboxItRefusesToStartAndNamesWhatIsMissing() throws Exception {
        assertThat(refused())
                .content()
                .contains(
                        "meishi.upstream.url",
                        "meishi.upstream.api-id",
                        "meishi.upstream.domain-id",
                        "meishi.upstream.consumer-key",
                        "meishi.upstream.server-token",
                        "meishi.sandbox.enabled=true")
                .doesNotContain("\tat ");
    }

    @Test
    void aSettingThatIsThereIsNotNamed() throws Exception {
        assertThat(refused("-Dmeishi.upstream.url=http://localhost:1", "-Dmeishi.upstream.server-token=a-secret"))
                .content()
                .contains("meishi.upstream.api-id", "meishi.upstream.domain-id", "meishi.upstream.consumer-key")
                .doesNotContain("meishi.upstream.url", "meishi.upstream.server-token", "a-secret");
    }

    @Test
    void mistakesOfEveryKindAreNamedAtOnceEachInALine() throws Exception {
        Path log = refused(
                "-Dmeishi.upstream.api=2.0",
                "-Dmeishi.upstream.domain-id=1",
                "-Dmeishi.upstream.client-id=id",
                "-Dmeishi.upstream.service-account=a@example.com",
                "-Dmeishi.upstream.private-key=/nowhere/key.pem",
                "-Dmeishi.cursors.secret=too short",
                "-Dmeishi.quota.shar=0.5",
                "-Dmeishi.changes.settle-time=-1s",
                "-Dmeishi.quota.max-wait=soon",
                "-Dmeishi.quota.share=2",
                "-Dmeishi.upstream.timeout=long",
                "-Dmeishi.upstream.connect-timeout=20s",
                "-Dmeishi.private-contacts.enabled=ture",
                "-Dmeishi.http.hosts=https://contacts.example.com",
                "-Dmeishi.documents.manifests=/nowhere/manifest.json",
                "-Dmeishi.pages.fresh=30s",
                "-Dmeishi.callers.office.weight=3",
                "-Dmeishi.memory.answers=90%",
                "-Dquarkus.http.limits.max-connections=none",
                "-Dquarkus.http.http2=true");

        List<String> lines = Files.readAllLines(log);
        int begin = lines.indexOf("The gateway does not start, its configuration has 17 mistakes:");
        assertThat(begin).as("%s", lines).isNotNegative();
        assertThat(lines.subList(begin + 1, lines.size() - 1))
                .hasSize(17)
                .allMatch(line -> line.startsWith("  meishi.") || line.startsWith("  quarkus."))
                .satisfiesOnlyOnce(line -> assertThat(line).contains("meishi.upstream.client-secret is missing"))
                .satisfiesOnlyOnce(line ->
                        assertThat(line).contains("meishi.upstream.private-key names a file that does not exist"))
                .satisfiesOnlyOnce(line -> assertThat(line).contains("meishi.cursors.secret must have at least 32"))
                .satisfiesOnlyOnce(line -> assertThat(line)
                        .contains("meishi.quota.shar is no key of the gateway")
                        .endsWith("did you mean meishi.quota.share?"))
                .contains(
                        "  meishi.changes.settle-time must be at least 0, found PT-1S",
                        "  meishi.quota.max-wait must be a duration, such as 500ms, 30s, 5m or 24h, found 'soon'",
                        "  meishi.quota.share must be at most 1, found 2.0",
                        "  meishi.upstream.timeout must be a duration, such as 500ms, 30s, 5m or 24h, found 'long'",
                        "  meishi.upstream.connect-timeout must be at most meishi.upstream.timeout (PT10S), found PT20S",
                        "  meishi.private-contacts.enabled must be true or false, found 'ture'",
                        "  meishi.callers.\"office\".token is missing: no client could be of this class")
                .satisfiesOnlyOnce(line -> assertThat(line).contains("meishi.http.hosts must have host names"))
                .satisfiesOnlyOnce(line -> assertThat(line)
                        .contains("meishi.documents.manifests must name files of documents, found /nowhere"))
                .satisfiesOnlyOnce(line ->
                        assertThat(line).contains("meishi.pages.fresh has been renamed, set meishi.page-cache.fresh"))
                .satisfiesOnlyOnce(line -> assertThat(line).contains("meishi.memory and the caches must have at most"))
                .satisfiesOnlyOnce(line -> assertThat(line)
                        .contains("quarkus.http.limits.max-connections cannot be read")
                        .endsWith("found 'none'"))
                .satisfiesOnlyOnce(line -> assertThat(line).contains("quarkus.http.http2 must be false, found true"));
        assertThat(lines).noneMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void valuesOfTheWrongTypeAloneRefuseTheStartBeforeItListens() throws Exception {
        Path log = refused(
                "-Dmeishi.sandbox.enabled=true",
                "-Dmeishi.sandbox.contacts=many",
                "-Dmeishi.callers.office.weight=heavy",
                "-Dmeishi.callers.office.token=" + file("t"));

        assertThat(Files.readAllLines(log))
                .contains(
                        "The gateway does not start, its configuration has 2 mistakes:",
                        "  meishi.callers.office.weight must be a whole number, such as 20, found 'heavy'",
                        "  meishi.sandbox.contacts must be a whole number, such as 20, found 'many'")
                .noneMatch(line -> line.startsWith("\tat ") || line.contains("Listening on"));
    }

    @Test
    void theProfileOfProductionHidesTheSchema() throws Exception {
        try (Running production = Running.of("-Dmeishi.sandbox.enabled=true", "-Dquarkus.profile=production")) {
            assertThat(production.gateway().status("/graphql/schema.graphql")).isEqualTo(404);
            assertThat(production
                            .gateway()
                            .ask("{ __schema { types { name } } }", Map.of())
                            .has("errors"))
                    .isTrue();
            assertThat(production
                            .gateway()
                            .ask("{ contacts(first: 1) { totalCount } }", Map.of())
                            .has("errors"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.http.port, quarkus.management.port, true",
        "quarkus.http.port, quarkus.management.port, false",
        "quarkus.management.port, quarkus.http.port, true"
    })
    void aPortInUseIsSaidInOneSentenceOverEachTransport(String setting, String free, boolean isNative)
            throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            int port = other.getLocalPort();
            Path log = refused(
                    "-Dmeishi.sandbox.enabled=true",
                    "-D" + setting + "=" + port,
                    "-D" + free + "=0",
                    "-Dquarkus.vertx.prefer-native-transport=" + isNative,
                    "-Dquarkus.banner.enabled=false",
                    "-Dquarkus.log.level=WARN");

            assertThat(log)
                    .content()
                    .isEqualToIgnoringNewLines("Port " + port
                            + " is in use by another process; end that, or take another port, such as -D" + setting
                            + "=" + (port == 65_535 ? 65_534 : port + 1) + ".");
        }
    }

    @Test
    void withTheSandboxItServesAndWithATenantNoRouteOfTheSandboxExists() throws Exception {
        try (Running sandbox = Running.of("-Dmeishi.sandbox.enabled=true")) {
            JsonNode answer =
                    sandbox.gateway().ask("{ contacts(first: 3) { nodes { name { full } tags { name } } } }", Map.of());
            assertThat(answer.has("errors")).as(answer.toString()).isFalse();
            assertThat(answer.at("/data/contacts/nodes")).hasSize(3);
            assertThat(sandbox.gateway().text("/graphiql/")).contains("GraphiQL");

            try (Running tenant = Running.of(
                    "-Dmeishi.upstream.url=http://localhost:" + sandbox.port(),
                    "-Dmeishi.upstream.api-id=sandbox",
                    "-Dmeishi.upstream.domain-id=1",
                    "-Dmeishi.upstream.consumer-key=" + file("sandbox-consumer-key"),
                    "-Dmeishi.upstream.server-token=" + file("sandbox-server-token"))) {
                assertThat(tenant.gateway()
                                .ask("{ contacts(first: 3) { nodes { name { full } tags { name } } } }", Map.of()))
                        .isEqualTo(answer);
                assertThat(tenant.gateway()
                                .ask("{ privateContacts(memberEmail: \"a@example.com\") { totalCount } }", Map.of())
                                .at("/errors/0/extensions/code")
                                .asText())
                        .isEqualTo("FEATURE_DISABLED");
                for (String path : List.of(
                        "/sandbox/calls",
                        "/sandbox/contacts",
                        "/b/sandbox/server/token",
                        "/graphiql/",
                        "/r/sandbox/contact/v3/domains/1/shared/contacts",
                        "/q/graphql-ui/",
                        "/q/health/live",
                        "/q/health/ready",
                        "/q/metrics")) {
                    assertThat(tenant.gateway().status(path)).as(path).isEqualTo(404);
                }
            }
        }
    }

    /** Starts it on ports that nobody has, unless settings name others; what it says until it ends, with the code of a refusal. */
    private static Path refused(String... settings) throws Exception {
        Path log = Running.newLog();
        List<String> all = new ArrayList<>(List.of("-Dquarkus.http.port=0", "-Dquarkus.management.port=0"));
        all.addAll(List.of(settings));
        Process process = Running.start(log, all);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isOne();
        return log;
    }

    private static String file(String secret) throws IOException {
        return "file:" + Files.writeString(Files.createTempFile("meishi", ".secret"), secret + "\n");
    }
}
