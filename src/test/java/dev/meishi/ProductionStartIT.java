package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How what is shipped starts in production: refuses when unconfigured, serves when told to. */
class ProductionStartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void withoutTenantAndSandboxItRefusesToStartAndNamesWhatIsMissing() throws Exception {
        Path log = Files.createTempFile("meishi", ".log");
        Process process = start(log, List.of("-Dquarkus.http.port=0", "-Dquarkus.management.port=0"));

        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(log)
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
        Path log = Files.createTempFile("meishi", ".log");
        Process process = start(
                log,
                List.of(
                        "-Dquarkus.http.port=0",
                        "-Dquarkus.management.port=0",
                        "-Dmeishi.upstream.url=http://localhost:1",
                        "-Dmeishi.upstream.server-token=a-secret"));

        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(log)
                .content()
                .contains("meishi.upstream.api-id", "meishi.upstream.domain-id", "meishi.upstream.consumer-key")
                .doesNotContain("meishi.upstream.url", "meishi.upstream.server-token", "a-secret");
    }

    @Test
    void withTheSandboxItServesAndWithATenantNoRouteOfTheSandboxExists() throws Exception {
        try (Running sandbox = Running.of("-Dmeishi.sandbox.enabled=true")) {
            JsonNode answer =
                    sandbox.gateway.ask("{ contacts(first: 3) { nodes { name { full } tags { name } } } }", Map.of());
            assertThat(answer.has("errors")).as(answer.toString()).isFalse();
            assertThat(answer.at("/data/contacts/nodes")).hasSize(3);
            assertThat(sandbox.gateway.text("/graphiql/")).contains("GraphiQL");

            try (Running tenant = Running.of(
                    "-Dmeishi.upstream.url=http://localhost:" + sandbox.port,
                    "-Dmeishi.upstream.api-id=sandbox",
                    "-Dmeishi.upstream.domain-id=1",
                    "-Dmeishi.upstream.consumer-key=sandbox-consumer-key",
                    "-Dmeishi.upstream.server-token=sandbox-server-token")) {
                assertThat(tenant.gateway.ask(
                                "{ contacts(first: 3) { nodes { name { full } tags { name } } } }", Map.of()))
                        .isEqualTo(answer);
                assertThat(tenant.gateway
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
                    assertThat(tenant.gateway.status(path)).as(path).isEqualTo(404);
                }
            }
        }
    }

    private static Process start(Path log, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(application());
        command.addAll(1, settings);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MEISHI_") || name.startsWith("QUARKUS_"));
        return builder.start();
    }

    /** What this build packages: the native binary under -Dnative, else the jar. */
    private static List<String> application() {
        if (Boolean.getBoolean("meishi.native")) {
            return List.of(System.getProperty("native.image.path"));
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "target/quarkus-app/quarkus-run.jar");
    }

    private record Running(Process process, int port, Gateway gateway, Gateway operator) implements AutoCloseable {

        static Running of(String... settings) throws Exception {
            int port = freePort();
            int management = freePort();
            List<String> all = new ArrayList<>(List.of(settings));
            all.add("-Dquarkus.http.port=" + port);
            all.add("-Dquarkus.management.port=" + management);
            Path log = Files.createTempFile("meishi", ".log");
            Process process = start(log, all);
            Gateway gateway = new Gateway(URI.create("http://localhost:" + port));
            long end = System.nanoTime() + PATIENCE.toNanos();
            Gateway operator = new Gateway(URI.create("http://localhost:" + management));
            while (!operator.isUp("/q/health/ready")) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    process.destroyForcibly();
                    throw new IllegalStateException(Files.readString(log));
                }
                Thread.sleep(100);
            }
            return new Running(process, port, gateway, operator);
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit()
                    .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                    .join()
                    .destroyForcibly();
        }
    }
}
