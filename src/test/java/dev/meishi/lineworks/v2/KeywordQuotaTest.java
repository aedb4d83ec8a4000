package dev.meishi.lineworks.v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A keyword that is looked for in a list of more pages than the quota has calls for. */
@QuarkusTest
@TestProfile(KeywordQuotaTest.FewCallsAMinute.class)
class KeywordQuotaTest {

    private static final int A_MINUTE = 12;

    /** Ten thousand contacts, of which a minute's calls read half. */
    public static final class FewCallsAMinute implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "meishi.upstream.api", "2.0",
                    "meishi.sandbox.contacts", "10000",
                    "meishi.quota.calls-per-minute", String.valueOf(A_MINUTE));
        }
    }

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Test
    void aPageEndsBeforeItTakesTheLastCallsOfAMinute() {
        Gateway gateway = new Gateway(address);
        String query =
                "{ contacts(filter: {keyword: \"no such thing\"}) { nodes { id } pageInfo { hasNextPage endCursor } } }";

        JsonNode page = gateway.ask(query, Map.of());
        int calls = gateway.calls("listContacts");

        assertThat(page.has("errors")).as(page.toString()).isFalse();
        assertThat(page.at("/data/contacts/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(page.at("/data/contacts/pageInfo/endCursor").asText()).isNotEmpty();
        assertThat(calls).isGreaterThan(1).isLessThanOrEqualTo(A_MINUTE * 3 / 4);
        JsonNode other = gateway.ask("{ contacts(first: 1) { nodes { id } } }", Map.of());
        assertThat(other.at("/data/contacts/nodes")).as(other.toString()).hasSize(1);
    }
}
