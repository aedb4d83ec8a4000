package dev.meishi.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.meishi.Gateway;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our endpoint keeps every rule that the framework's breaks, whatever is set for the framework's. */
@QuarkusTest
@TestProfile(EdgeTest.Settings.class)
class EdgeTest {

    @TestHTTPResource
    URI address;

    /** Bounds that a test can wait for, and what the framework's endpoint needs for some rules to be tried on it. */
    public static class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "meishi.http.body-timeout",
                    "1s",
                    "meishi.documents.cache",
                    "1048576",
                    "rules.documents",
                    "1048576",
                    RulesSchema.KEY,
                    "product",
                    "quarkus.smallrye-graphql.http.get.enabled",
                    "true",
                    "quarkus.smallrye-graphql.parser-max-tokens",
                    "2000");
        }
    }

    /** The first request loads classes, for which no rule has the patience. */
    @BeforeEach
    void warmUp() {
        assertThat(new Gateway(address)
                        .ask("{ contacts(first: 1) { nodes { id tags { id } } } }", Map.of())
                        .at("/data/contacts/nodes"))
                .hasSize(1);
    }

    @Test
    void everyRowHasARule() {
        assertThat(Rule.all())
                .extracting(Rule::row)
                .containsAll(IntStream.rangeClosed(1, Rule.ROWS).boxed().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.meishi.edge.Rule#all")
    void keeps(Rule rule) {
        assertThatCode(() -> rule.check().of(new Wire(address)))
                .as("Rule %s", rule)
                .doesNotThrowAnyException();
    }
}
