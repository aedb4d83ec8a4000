package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.graphql.PreparedOperation;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Caching}: the strictest field decides, and a tag stands for a body. */
class CachingTest {

    private static final Map<String, String> AGES = Map.of(
            "meishi.http.caching.max-age.\"Query.tags\"", "5m",
            "meishi.http.caching.max-age.\"Query.__schema\"", "1h",
            "meishi.http.caching.max-age.\"Query.contact\"", "10m",
            "meishi.http.caching.max-age.\"Contact.memo\"", "7s",
            "meishi.http.caching.max-age.\"Contact.phones\"", "0s");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Query.tags Tag.name                            | private, max-age=300",
                "Query.tags Query.__typename Tag.__typename     | private, max-age=300",
                "Query.__schema __Schema.types __Type.name      | private, max-age=3600",
                "Query.tags Query.__schema                      | private, max-age=300",
                "Query.contact Contact.id                       | private, max-age=600",
                "Query.contact Contact.memo                     | private, max-age=7",
                "Query.contact Contact.memo Contact.phones      | private, no-cache",
                "Query.contacts Contact.id                      | private, no-cache",
                "Query.tags Query.contacts                      | private, no-cache",
                "Query.__typename                               | private, no-cache",
                "Query.node Tag.name                            | private, no-cache",
            })
    void theStrictestFieldDecides(String fields, String control) {
        assertThat(caching(AGES).control(operation(fields))).isEqualTo(control);
    }

    @Test
    void theScopeIsAsConfigured() {
        Caching caching = caching(
                Map.of("meishi.http.caching.scope", "public", "meishi.http.caching.max-age.\"Query.tags\"", "5m"));

        assertThat(caching.control(operation("Query.tags"))).isEqualTo("public, max-age=300");
        assertThat(caching.control(operation("Query.contacts"))).isEqualTo("public, no-cache");
    }

    @Test
    void aTagIsWeakAndStandsForItsBody() {
        Caching caching = caching(Map.of());
        String tag = caching.tag(parts("{\"data\":{}}"));

        assertThat(tag).matches("W/\"[A-Za-z0-9_-]{22}\"").isEqualTo(caching.tag(parts("{\"da", "ta\":{}}")));
        assertThat(caching.tag(parts("{\"data\":{} }"))).isNotEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"abc\"",
                "\"abc\"",
                "*",
                " W/\"abc\" ",
                "\"x\", W/\"abc\"",
                "W/\"abc\",\"x\"",
                "\"x\" , \"abc\" , \"y\"",
                "\"x,y\", W/\"abc\"",
            })
    void whoHasTheTagHasTheBody(String known) {
        assertThat(Caching.isKnown(FakeRequest.with("If-None-Match: " + known).request(), "W/\"abc\""))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "\"ABC\"",
                "W/abc",
                "w/\"abc\"",
                "\"xabc\"",
                "\"abc",
                "W/\"abc",
                "\"x\",\"y\"",
                "W/",
                ",,"
            })
    void whoHasAnotherTagHasNot(String known) {
        assertThat(Caching.isKnown(FakeRequest.with("If-None-Match: " + known).request(), "W/\"abc\""))
                .isFalse();
    }

    @Test
    void whoHasNoTagHasNot() {
        assertThat(Caching.isKnown(FakeRequest.with().request(), "W/\"abc\"")).isFalse();
    }

    private static List<ByteBuffer> parts(String... parts) {
        return Arrays.stream(parts).map(StandardCharsets.UTF_8::encode).toList();
    }

    private static PreparedOperation operation(String fields) {
        return new PreparedOperation(
                Document.newDocument().build(),
                OperationDefinition.newOperationDefinition().build(),
                GraphQLObjectType.newObject().name("Query").build(),
                Map.of(),
                () -> Arrays.stream(fields.strip().split(" ", -1)).collect(Collectors.toSet()));
    }

    private static Caching caching(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(HttpConfig.class);
        settings.forEach(builder::withDefaultValue);
        return new Caching(builder.addDiscoveredConverters().build().getConfigMapping(HttpConfig.class));
    }
}
