package dev.meishi.member;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks a gateway on the simulator for the names of whom contacts have ids of. */
final class MemberNames {

    static final String QUERY =
            "{ contacts(first: 100) { nodes { domainId masterUserId master { id memberId name email }"
                    + " sharedMembers { memberId type name member { name } } } } }";

    private MemberNames() {}

    static JsonNode ask(String query) {
        return ask(query, "max-age=0");
    }

    static JsonNode ask(String query, String cacheControl) {
        try {
            return new ObjectMapper()
                    .readTree(given().contentType("application/json")
                            .header("Cache-Control", cacheControl)
                            .body(Map.of("query", query))
                            .post("/graphql")
                            .asString());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static void reset() {
        given().contentType("application/json").post("/sandbox/reset").then().statusCode(200);
    }

    static int calls(String operation) {
        return given().get("/sandbox/calls").jsonPath().getInt(operation);
    }

    static List<JsonNode> contacts(JsonNode answer) {
        List<JsonNode> contacts = new ArrayList<>();
        answer.at("/data/contacts/nodes").forEach(contacts::add);
        return contacts;
    }
}
