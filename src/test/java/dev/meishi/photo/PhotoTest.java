package dev.meishi.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Eventually;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.relay.GlobalId;
import dev.meishi.reset.UpstreamReset;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Contact.photoUrl}, over sockets: photos come as they are, and whatever is wrong with one has its code in time. */
@QuarkusTest
@WithTestResource(PhotoHost.class)
@Timeout(60)
class PhotoTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Memory memory;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Event<UpstreamReset> resets;

    @Inject
    @SuppressWarnings("NullAway.Init")
    MeterRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private PhotoClient client;

    @BeforeEach
    void begin() {
        client = new PhotoClient(address);
        resets.fire(UpstreamReset.ALL);
        PhotoHost.ASKED.clear();
        PhotoHost.CLOSED.clear();
        PhotoHost.WRITTEN.set(0);
    }

    @AfterEach
    void nothingIsReservedAfterwards() {
        Eventually.eventually(() -> memory.of(Account.UPSTREAM).used() == 0);
    }

    @Test
    void aPhotoIsSentAsWhatItIsAndForItsClientAlone() {
        HttpResponse<byte[]> photo = client.get("photo");

        assertThat(photo.statusCode()).isEqualTo(200);
        assertThat(photo.body()).isEqualTo(PhotoHost.png(100));
        assertThat(photo.headers().map())
                .containsEntry("content-type", List.of("image/png"))
                .containsEntry("content-length", List.of("100"))
                .containsEntry("content-disposition", List.of("inline; filename=\"photo.png\""))
                .containsEntry("cache-control", List.of("private, max-age=3600"))
                .containsEntry("etag", List.of("\"v1\""))
                .containsEntry("vary", List.of("Authorization, Origin"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                .containsEntry(
                        "content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'; sandbox"));
    }

    @Test
    void howLongItTakesToGetOneIsMeasured() {
        long before = downloads();

        client.get("photo");

        assertThat(downloads()).isEqualTo(before + 1);
    }

    private long downloads() {
        Timer timer = registry.find("http.client.request.duration")
                .tags("operation", "downloadPhoto", "http.response.status_code", "200", "error.type", "")
                .timer();
        return timer == null ? 0 : timer.count();
    }

    @Test
    void theTokenGoesToTheApiAndNotAlongTheRedirection() {
        client.get("photo");

        assertThat(PhotoHost.ASKED)
                .containsExactly(
                        new PhotoHost.Asked("/v1.0/contacts/photo/photo", "Bearer t0ken-of-photos"),
                        new PhotoHost.Asked("/storage/photo", null));
    }

    @Test
    void theUrlOfAContactLeadsThere() {
        String id = PhotoClient.id(PhotoHost.DOMAIN, "photo");
        HttpResponse<byte[]> answer = client.send(client.at("/graphql")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"query\":\"{ contact(id: \\\"" + id + "\\\") { photoUrl } }\"}")));
        String url = PhotoClient.json(answer).at("/data/contact/photoUrl").asText();

        assertThat(url).isEqualTo("/contacts/" + id + "/photo");
        assertThat(client.send(client.at(url)).statusCode()).isEqualTo(200);
    }

    @Test
    void headHasTheHeadersAlone() {
        HttpResponse<byte[]> head =
                client.send(client.request("photo").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("content-length")).contains("100");
        assertThat(head.headers().firstValue("content-type")).contains("image/png");
    }

    @Test
    void whatAClientHasAlreadyIsNotSentAgain() {
        HttpResponse<byte[]> unchanged = client.send(client.request("photo").header("If-None-Match", "\"v1\""));

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.headers().firstValue("etag")).contains("\"v1\"");
        assertThat(client.send(client.request("photo").header("If-None-Match", "\"v0\""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.send(client.request("photo").header("If-None-Match", "*, rubbish"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "none, 404, NOT_FOUND",
        "forbidden, 502, UPSTREAM_FORBIDDEN",
        "down, 503, UPSTREAM_UNAVAILABLE",
        "placeless, 502, UPSTREAM_INVALID",
        "direct, 502, UPSTREAM_INVALID",
        "silent, 504, UPSTREAM_TIMEOUT",
        "foreign, 502, UPSTREAM_INVALID",
        "foreign-name, 502, UPSTREAM_INVALID",
        "gone, 404, NOT_FOUND",
        "refused, 502, UPSTREAM_FORBIDDEN",
        "busy, 503, UPSTREAM_RATE_LIMITED",
        "crashed, 503, UPSTREAM_UNAVAILABLE",
        "page, 502, UPSTREAM_INVALID",
        "empty, 502, UPSTREAM_INVALID",
        "elsewhere, 502, UPSTREAM_INVALID",
        "told, 502, UPSTREAM_INVALID",
        "mute, 504, UPSTREAM_TIMEOUT"
    })
    void whatIsWrongHasItsCode(String contact, int status, String code) {
        HttpResponse<byte[]> refused = client.get(contact);

        assertThat(PhotoClient.json(refused).at("/error/code").asText()).isEqualTo(code);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("content-type")).contains("application/json;charset=utf-8");
        assertThat(refused.headers().firstValue("cache-control"))
                .contains(status == 404 ? "private, max-age=3600" : "no-store");
        assertThat(PhotoHost.ASKED).noneMatch(asked -> asked.path().equals("foreign"));
    }

    @Test
    void aRateLimitSaysWhenToComeBack() {
        assertThat(client.get("busy").headers().firstValue("retry-after")).contains("9");
        // A second more than the API says, as for every call of it.
        HttpResponse<byte[]> limited = client.get("limited");
        assertThat(limited.statusCode()).isEqualTo(503);
        assertThat(limited.headers().firstValue("retry-after")).contains("8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE", "OPTIONS"})
    void itIsReadAlone(String method) {
        HttpResponse<byte[]> refused =
                client.send(client.request("photo").method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("allow")).contains("GET, HEAD");
        assertThat(PhotoHost.ASKED).isEmpty();
    }

    @Test
    void anIdIsTakenAsForTheContact() {
        assertThat(PhotoClient.json(client.send(client.at("/contacts/rubbish/photo")))
                        .at("/error/code")
                        .asText())
                .isEqualTo("INVALID_ID");
        assertThat(code(new GlobalId("Tag", PhotoHost.DOMAIN, "photo").encode()))
                .isEqualTo("INVALID_ID");
        assertThat(code(PhotoClient.id(PhotoHost.DOMAIN, ".."))).isEqualTo("INVALID_ID");
        assertThat(code(PhotoClient.id(PhotoHost.DOMAIN, "a/b"))).isEqualTo("INVALID_ID");
        assertThat(code(PhotoClient.id("78", "photo"))).isEqualTo("NOT_FOUND");
        assertThat(PhotoHost.ASKED).isEmpty();
    }

    @Test
    void aPageOfAnotherSiteShowsNone() {
        HttpResponse<byte[]> refused = client.send(client.request("photo").header("Sec-Fetch-Site", "cross-site"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(PhotoClient.json(refused).at("/error/code").asText()).isEqualTo("CROSS_SITE_REQUEST");
        assertThat(PhotoHost.ASKED).isEmpty();
        assertThat(client.send(client.request("photo").header("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPhotoTakesOneCallOfItsClientWhichIsSharedWithNobody() {
        assertThat(client.send(client.request("photo")
                                .header("Authorization", "Bearer 0123456789abcdef0123456789abcdef"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get("photo").statusCode()).isEqualTo(200);

        assertThat(PhotoHost.ASKED)
                .filteredOn(asked -> asked.path().startsWith("/v1.0/"))
                .containsExactly(
                        new PhotoHost.Asked("/v1.0/contacts/photo/photo", "Bearer t0ken-of-photos"),
                        new PhotoHost.Asked("/v1.0/contacts/photo/photo", "Bearer t0ken-of-photos"));
    }

    private String code(String id) {
        return PhotoClient.json(client.send(client.at("/contacts/" + id + "/photo")))
                .at("/error/code")
                .asText();
    }
}
