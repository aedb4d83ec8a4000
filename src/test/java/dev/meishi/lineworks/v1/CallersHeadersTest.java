package dev.meishi.lineworks.v1;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.meishi.lineworks.v1.LineWorksStub.Stub;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing that a caller of the gateway sends about itself reaches LINE WORKS. */
@QuarkusTest
@WithTestResource(LineWorksStub.class)
@Timeout(60)
class CallersHeadersTest {

    private static final String CALLERS = "callers-own";

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    @Test
    void aCallersHeadersStayAtTheGateway() {
        Calls.answering(server, "{\"contacts\":[]}");

        given().header("Authorization", "Bearer " + CALLERS)
                .header("consumerKey", CALLERS)
                .header("Cookie", "session=" + CALLERS)
                .header("X-Forwarded-For", CALLERS)
                .header("X-Api-Key", CALLERS)
                .header("User-Agent", CALLERS)
                .contentType("application/json")
                .body("{\"query\":\"{contacts(filter: {domainId: \\\"1199\\\"}) {nodes {id}}}\"}")
                .post("/graphql")
                .then()
                .statusCode(200);

        LoggedRequest request = Calls.onlyRequest(server);
        assertThat(request.header("Authorization").values()).containsExactly("Bearer " + LineWorksStub.SERVER_TOKEN);
        assertThat(request.header("consumerKey").values()).containsExactly(LineWorksStub.CONSUMER_KEY);
        assertThat(request.getHeaders().toString()).doesNotContain(CALLERS);
    }
}
