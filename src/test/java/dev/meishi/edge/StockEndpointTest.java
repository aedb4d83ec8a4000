package dev.meishi.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.Gateway;
import graphql.parser.ParserOptions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The framework's endpoint, in front of the same features and on the schema as it builds it, breaks every rule: none
 * is kept by us for nothing. A rule that passes here is one that the framework has learned to keep.
 */
@QuarkusTest
@TestProfile(StockEndpointTest.Stock.class)
class StockEndpointTest {

    private static ParserOptions parserOptions;

    @TestHTTPResource
    URI address;

    /** As for our endpoint, which is not there: neither its routes nor its engine. */
    public static class Stock extends EdgeTest.Settings {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put(
                    "quarkus.arc.exclude-types",
                    "dev.meishi.http.**,dev.meishi.server.**,dev.meishi.execution.**,dev.meishi.graphql.**,dev.meishi.export.**,dev.meishi.photo.**");
            settings.put(RulesSchema.KEY, "framework");
            settings.put("smallrye.config.mapping.validate-unknown", "false"); // Those of what is excluded.
            settings.put("quarkus.http.limits.max-initial-line-length", "4096");
            return settings;
        }
    }

    /** The framework puts its settings into the parser of the whole JVM with the first request. */
    @BeforeAll
    static void keepParserOptions() {
        parserOptions = ParserOptions.getDefaultParserOptions();
    }

    @AfterAll
    static void restoreParserOptions() {
        ParserOptions.setDefaultParserOptions(parserOptions);
    }

    @BeforeEach
    void answersWhatIsAskedProperly() {
        assertThat(new Gateway(address)
                        .ask("{ contacts(first: 1) { nodes { id tags { id } } } }", Map.of())
                        .at("/data/contacts/nodes"))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.meishi.edge.Rule#all")
    void breaks(Rule rule) {
        assertThatThrownBy(() -> rule.check().of(new Wire(address)))
                .as("The framework keeps the rule: %s", rule)
                .isInstanceOf(AssertionError.class);
    }
}
