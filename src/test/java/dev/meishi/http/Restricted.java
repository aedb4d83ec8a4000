package dev.meishi.http;

import dev.meishi.graphql.Limit;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Nothing is told and nothing stored that callers could do without; limits are being tried out. */
public class Restricted implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meishi.introspection.enabled",
                "false",
                "meishi.documents.automatic.enabled",
                "false",
                "meishi.limits.measure-only",
                Arrays.stream(Limit.values()).map(Limit::key).collect(Collectors.joining(",")));
    }
}
