package dev.meishi.http;

import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An installation with a manifest of each format. */
abstract class Manifests implements QuarkusTestProfile {

    static final String OF_APOLLO = "query OfApollo { __typename }";
    static final String OF_RELAY = "query OfRelay($n: Int) { contacts(first: $n) { nodes { id } } }";
    static final String TWO_OPERATIONS = "query One { one: __typename } query Two { two: __typename }";
    static final String OTHER = "query Other { __typename }";

    private final Map<String, String> more;

    Manifests(Map<String, String> more) {
        this.more = more;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path folder = Files.createTempDirectory("manifests");
            Path apollo = Files.writeString(
                    folder.resolve("apollo.json"),
                    GraphqlClient.written(Map.of(
                            "format",
                            "apollo-persisted-query-manifest",
                            "version",
                            1,
                            "operations",
                            List.of(
                                    operation(PersistedQueryTest.sha256(OF_APOLLO), OF_APOLLO),
                                    operation("two", TWO_OPERATIONS),
                                    operation("outdated", "{ noLongerThere }")))));
            Path relay = Files.writeString(
                    folder.resolve("relay.json"), GraphqlClient.written(Map.of("0a1b2c3d4e5f", OF_RELAY)));
            Map<String, String> all = new HashMap<>(more);
            all.put("meishi.documents.manifests", apollo + "," + relay);
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, Object> operation(String id, String body) {
        return Map.of("id", id, "name", "Any", "type", "query", "body", body);
    }

    /** Only their documents are executed. */
    public static class Only extends Manifests {
        public Only() {
            super(Map.of("meishi.documents.trust", "only", "meishi.documents.manifest-check", "0.1s"));
        }
    }

    /** Others are executed and logged. */
    public static class Log extends Manifests {
        public Log() {
            super(Map.of("meishi.documents.trust", "log"));
        }
    }

    /** Others are executed, and stored in little memory. */
    public static class Any extends Manifests {
        public Any() {
            super(Map.of("meishi.documents.automatic.cache", "20K"));
        }
    }
}
