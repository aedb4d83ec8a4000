package dev.meishi.http;

import dev.meishi.graphql.Limit;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Whatever can be switched off is, what LINE WORKS says of tags included; limits are being tried out. */
public class Restricted implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meishi.introspection.enabled",
                "false",
                "meishi.documents.automatic.enabled",
                "false",
                "meishi.graphiql.enabled",
                "false",
                "meishi.upstream.tags-path",
                "",
                "meishi.limits.measure-only",
                Arrays.stream(Limit.values()).map(Limit::key).collect(Collectors.joining(",")));
    }
}
