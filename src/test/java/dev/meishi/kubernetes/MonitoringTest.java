package dev.meishi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.Gateway;
import dev.meishi.InDevelopment;
import dev.meishi.failure.ErrorCode;
import dev.meishi.ledger.PageSource;
import dev.meishi.telemetry.Outcome;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of the management port is there: the paths of probes, and every metric and label of the alerts and the dashboard. */
@QuarkusTest
@TestProfile(InDevelopment.class)
class MonitoringTest {

    /** What Prometheus adds itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "pod", "namespace", "instance");

    private static final Pattern SAMPLE =
            Pattern.compile("^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:meishi|jvm|process|system|http_client|netty)_[a-z0-9_]+)\\b(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(?:=~|!~|!=|=)\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without) \\(([^)]*)\\)");

    private static final Pattern DOCUMENTED = Pattern.compile("`((?:meishi|http)_[a-z_]+)(?:\\{([a-z_,]+)})?`");
    private static final Pattern PART = Pattern.compile("_(?:bucket|count|sum|max)$");

    private final Overlay overlay = Overlay.of("production-monitored");

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void useItsCounters() {
        gateway = new Gateway(address);
        gateway.reset();
        String id = gateway.ask("{ contacts(first: 1) { nodes { id tags { name } } } }", Map.of())
                .at("/data/contacts/nodes/0/id")
                .asText();
        gateway.faults("/getContact", "{\"errors\":{\"429\":1}}");
        for (int i = 0; i < 2; i++) {
            gateway.ask("query ($id: ID!) { contact(id: $id) { resourceId } }", Map.of("id", id));
        }
    }

    @AfterEach
    void leaveNoFaults() {
        gateway.reset();
    }

    @Test
    void probesAreAnswered() {
        var container = overlay.container();
        Gateway asked = new Gateway(management);

        assertThat(Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                        .map(Probe::getHttpGet))
                .allSatisfy(probe -> assertThat(asked.status(probe.getPath()))
                        .as(probe.getPath())
                        .isEqualTo(200));
    }

    @Test
    void metricsAreWherePrometheusAsks() {
        List<Endpoint> endpoints =
                overlay.the(ServiceMonitor.class, "meishi").getSpec().getEndpoints();

        assertThat(endpoints).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.getPort()).isEqualTo("management");
            assertThat(new Gateway(management).text(endpoint.getPath())).contains("meishi_");
        });
    }

    @Test
    void everyMetricAndLabelOfTheAlertsIsThere() {
        assertAreExposed(
                rules().stream()
                        .map(rule -> String.valueOf(rule.getExpr().getStrVal()))
                        .toList(),
                8);
    }

    @Test
    void everyMetricAndLabelOfTheDashboardIsThere() throws IOException {
        assertAreExposed(queries(), 15);
    }

    @Test
    void everyMetricOfTheGatewayIsDocumentedWithItsLabels() throws IOException {
        String page = Files.readString(Path.of("src/docs/operations.md"));
        Map<String, Set<String>> documented = page.lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> DOCUMENTED
                        .matcher(line.substring(0, line.indexOf(" | ")))
                        .results())
                .collect(Collectors.toMap(metric -> metric.group(1), metric -> labels(metric.group(2))));

        exposed().forEach((name, labels) -> {
            if (name.startsWith("meishi_") || name.startsWith("http_")) {
                String family =
                        documented.containsKey(name) ? name : PART.matcher(name).replaceFirst("");
                Set<String> its = new TreeSet<>(labels);
                its.remove("le");
                assertThat(documented).containsKey(family);
                assertThat(documented.get(family)).as(name).isEqualTo(its);
            }
        });
    }

    @Test
    void theResultsThatAlertsLookForAreOnesThatThereAre() {
        Set<String> words = Stream.concat(
                        Arrays.stream(ErrorCode.values()).map(Enum::name),
                        Stream.concat(
                                Arrays.stream(PageSource.values())
                                        .map(source -> source.name().toLowerCase(Locale.ROOT)),
                                Arrays.stream(Outcome.values()).map(Outcome::label)))
                .collect(Collectors.toSet());
        words.addAll(Set.of("OK", "meishi-management"));

        assertThat(rules())
                .flatExtracting(rule -> MATCHER.matcher(rule.getExpr().getStrVal())
                        .results()
                        .map(match -> match.group(2))
                        .toList())
                .isNotEmpty()
                .allSatisfy(value -> assertThat(words).anyMatch(word -> word.matches(String.valueOf(value))));
    }

    @Test
    void everyAlertSaysWhatItIsAndHowBad() {
        assertThat(rules())
                .allSatisfy(rule -> {
                    assertThat(rule.getAlert()).startsWith("Meishi");
                    assertThat(rule.getLabels().get("severity")).isIn("warning", "critical");
                    assertThat(rule.getAnnotations()).containsOnlyKeys("summary", "description");
                })
                .extracting(Rule::getAlert)
                .doesNotHaveDuplicates();
    }

    private void assertAreExposed(List<String> expressions, int atLeast) {
        Map<String, Set<String>> exposed = exposed();
        Set<String> used = new TreeSet<>();
        for (String expression : expressions) {
            Set<String> labels = new TreeSet<>(OF_PROMETHEUS);
            METRIC.matcher(expression).results().forEach(metric -> {
                String name = metric.group(1);
                Set<String> its = exposed.getOrDefault(name, Set.of());
                String matchers = metric.group(2) == null ? "" : metric.group(2);
                assertThat(exposed).as(expression).containsKey(name);
                assertThat(MATCHER.matcher(matchers).results().map(match -> match.group(1)))
                        .as(expression)
                        .isSubsetOf(its);
                labels.addAll(its);
                used.add(name);
            });
            assertThat(GROUPING.matcher(expression)
                            .results()
                            .flatMap(group -> Stream.of(group.group(1).split(", "))))
                    .as(expression)
                    .isSubsetOf(labels);
        }
        assertThat(used).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    private static Set<String> labels(@Nullable String list) {
        return list == null ? Set.of() : Set.of(list.split(","));
    }

    /** The labels of each metric. */
    private Map<String, Set<String>> exposed() {
        Map<String, Set<String>> exposed = new TreeMap<>();
        SAMPLE.matcher(new Gateway(management).text("/q/metrics")).results().forEach(sample -> {
            Set<String> labels = exposed.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group(1)));
            }
        });
        return exposed;
    }

    private List<Rule> rules() {
        return overlay.the(PrometheusRule.class, "meishi")
                .getSpec()
                .getGroups()
                .get(0)
                .getRules();
    }

    private List<String> queries() throws IOException {
        String dashboard =
                overlay.the(ConfigMap.class, "meishi-dashboard").getData().get("meishi.json");
        JsonNode read = new ObjectMapper().readTree(dashboard);
        return read.findValues("expr").stream().map(JsonNode::asText).toList();
    }
}
