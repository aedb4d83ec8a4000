package dev.meishi.photo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** API 1.0 names paths of photos and no host: there is nothing to fetch. */
@QuarkusTest
class NoPhotosTest {

    @Test
    void aContactOfApi1HasNoUrlOfAPhoto() {
        JsonPath answer = given().contentType("application/json")
                .body(Map.of("query", "{ contacts(first: 1) { nodes { id photoUrl } } }"))
                .post("/graphql")
                .jsonPath();

        assertThat(answer.getString("data.contacts.nodes[0].photoUrl")).isNull();
        given().get("/contacts/" + answer.getString("data.contacts.nodes[0].id") + "/photo")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("FEATURE_DISABLED"));
    }
}
