package dev.meishi.photo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.meishi.lineworks.v2.SimulatorTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos of the simulator's contacts, without a network. */
@QuarkusTest
@TestProfile(SimulatorTest.OnTwo.class)
@Timeout(120)
class PhotosOfTheSimulatorTest {

    @AfterEach
    void asAtFirst() {
        given().delete("/sandbox/2.0/readings");
    }

    @Test
    void someContactsHaveAPictureAndOthersNone() throws IOException {
        Map<Integer, List<String>> byStatus = urls().stream()
                .collect(Collectors.groupingBy(url -> given().get(url).statusCode()));

        assertThat(byStatus).containsOnlyKeys(200, 404);
        List<String> pictures = Objects.requireNonNull(byStatus.get(200));
        byte[] bytes = given().get(pictures.get(0)).asByteArray();
        BufferedImage picture = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes)));
        assertThat(picture.getWidth()).isEqualTo(32);
        assertThat(given().get(pictures.get(0)).asByteArray()).isEqualTo(bytes);
        assertThat(given().get(pictures.get(1)).asByteArray()).isNotEqualTo(bytes);
    }

    @Test
    void aPictureHasATag() {
        String url = urlOfAPicture();
        String tag = given().get(url).header("ETag");

        given().header("If-None-Match", tag).get(url).then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUGE", "HTML", "FOREIGN_HOST"})
    void whatIsNoPhotoIsRefused(String reading) {
        String url = urlOfAPicture();
        given().contentType("application/json")
                .body(Map.of("photo", reading))
                .put("/sandbox/2.0/readings")
                .then()
                .statusCode(200);

        Response refused = given().get(url);

        refused.then().statusCode(502).body("error.code", equalTo("UPSTREAM_INVALID"));
    }

    private static String urlOfAPicture() {
        return urls().stream()
                .filter(url -> given().get(url).statusCode() == 200)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> urls() {
        List<String> urls = given().contentType("application/json")
                .body(Map.of("query", "{ contacts(first: 30) { nodes { photoUrl } } }"))
                .post("/graphql")
                .jsonPath()
                .getList("data.contacts.nodes.photoUrl");
        assertThat(urls).hasSize(30).allMatch(url -> url.matches("/contacts/[\\w-]+/photo"));
        return urls;
    }
}
