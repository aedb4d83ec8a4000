package dev.meishi.lineworks.v2;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.meishi.lineworks.v2.LineWorksV2Stub.Stub;
import dev.meishi.reset.UpstreamReset;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The names of members of a company whose list takes more calls than an operation may make. */
@QuarkusTest
@WithTestResource(LineWorksV2Stub.class)
@TestProfile(ManyMembersTest.ElevenThousandAtMost.class)
@Timeout(60)
class ManyMembersTest {

    private static final int MOST_PARTS = 110;
    private static final String QUERY = "{ contacts(first: 10) { nodes { contact: resourceId master { name } } } }";

    /** Lists of names of up to 110 calls; an operation may make 100. */
    public static final class ElevenThousandAtMost implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "meishi.members.max-calls", Integer.toString(MOST_PARTS), "meishi.lookup-cache.memory", "16M");
        }
    }

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Event<UpstreamReset> resets;

    @BeforeEach
    void startAfresh() {
        resets.fire(UpstreamReset.ALL);
    }

    @Test
    void theyAreThereAndNoOperationPaysForThem() {
        company(MOST_PARTS);

        JsonPath answer = ask();

        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getString("data.contacts.nodes[0].master.name")).isEqualTo("name 10999");
        assertThat(answer.getInt("extensions.plan.calls.made")).isEqualTo(1);
        assertThat(answer.getInt("extensions.plan.calls.planned")).isEqualTo(1);
        assertThat(answer.getList("extensions.plan.fields.how"))
                .contains(
                        "from cached lists of all names, each fetched for all operations by up to 110 calls of its own");
        assertThat(answer.getList("extensions.plan.pages.list")).contains("members");
        assertThat(memberCalls()).isEqualTo(MOST_PARTS);
        assertThat(ask().getList("errors")).isNull();
        assertThat(memberCalls()).isEqualTo(MOST_PARTS);
    }

    @Test
    void allWhoNeedThemShareTheCalls() {
        company(MOST_PARTS);

        List<CompletableFuture<JsonPath>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(this::ask))
                .limit(8)
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().getString("data.contacts.nodes[0].master.name"))
                        .isEqualTo("name 10999"));
        assertThat(memberCalls()).isEqualTo(MOST_PARTS);
    }

    @Test
    void whereThereAreMoreThanOneListMayTakeItSaysWhatToSetAndIsNotFetchedAgain() {
        company(MOST_PARTS + 1);

        JsonPath answer = ask();

        assertThat(answer.getString("data.contacts.nodes[0].contact")).isEqualTo("c1");
        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("FEATURE_DISABLED");
        assertThat(answer.getString("errors[0].message"))
                .contains("list of members needs more than the 110 calls")
                .contains("Set meishi.members.max-calls to more");
        assertThat(ask().getString("errors[0].extensions.code")).isEqualTo("FEATURE_DISABLED");
        assertThat(memberCalls()).isEqualTo(MOST_PARTS);
    }

    private int memberCalls() {
        return (int) LineWorksV2Stub.calls(server).stream()
                .filter(call -> call.getUrl().contains("external-keys"))
                .count();
    }

    private JsonPath ask() {
        return JsonPath.from(given().contentType("application/json")
                .body(Map.of("query", QUERY, "extensions", Map.of("plan", true)))
                .post("/graphql")
                .asString());
    }

    private void company(int parts) {
        server.resetAll();
        LineWorksV2Stub.issuing(server, "t0ken-1");
        server.stubFor(get(urlPathEqualTo("/v1.0/contacts"))
                .willReturn(okJson(
                        "{\"contacts\":[{\"contactId\":\"c1\",\"permission\":{\"masterUserId\":\"m10999\"}}]}")));
        for (int part = 0; part < parts; part++) {
            server.stubFor(get(urlPathEqualTo("/v1.0/users/external-keys"))
                    .withQueryParam("cursor", part == 0 ? absent() : equalTo("p" + part))
                    .willReturn(
                            okJson(page(part, part + 1 < parts ? "{\"nextCursor\":\"p" + (part + 1) + "\"}" : "{}"))));
        }
    }

    private static String page(int part, String next) {
        return IntStream.range(part * 100, part * 100 + 100)
                .mapToObj(
                        i -> "{\"id\":\"m" + i + "\",\"name\":\"name " + i + "\",\"email\":\"" + i + "@example.com\"}")
                .collect(Collectors.joining(",", "{\"users\":[", "],\"responseMetaData\":" + next + "}"));
    }
}
