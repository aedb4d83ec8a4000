package dev.meishi.lineworks.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.lineworks.UpstreamConfig;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PhotoPlaces}: a photo is fetched from the vendor's hosts and from no other. */
@QuarkusTest
@WithTestResource(LineWorksV2Stub.class)
class PhotoPlacesTest {

    @Inject
    PhotoPlaces places;

    @Inject
    UpstreamConfig config;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://apis-storage.worksmobile.com/k/emsg/r/jp1/1/photo.png?fileId=a%2Bb&x=1",
                "https://worksapis.com/p",
                "https://a.b.worksapis.com:443/p",
                "https://STORAGE.NaverWorks.com/p",
                "https://x.gov-naverworks.com/p"
            })
    void theVendorSHostsAreAllowed(String location) {
        assertThat(places.check(location)).isEqualTo(URI.create(location));
    }

    @Test
    void whereTheApiItselfIsIsAllowedByItsOwnScheme() {
        String api = config.url().orElseThrow();

        assertThat(places.check(api.replace("/v1.0", "/storage/1"))).hasPath("/storage/1");
        assertThat(places.check("/storage/2")).hasPath("/storage/2").hasScheme("http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://apis-storage.worksmobile.com/p",
                "https://apis-storage.worksmobile.com:8443/p",
                "https://evilworksmobile.com/p",
                "https://worksmobile.com.example.net/p",
                "https://apis-storage.worksmobile.com@example.net/p",
                "https://user:password@apis-storage.worksmobile.com/p",
                "https://example.net/worksmobile.com",
                "https://169.254.169.254/latest",
                "http://localhost:1/p",
                "ftp://worksmobile.com/p",
                "file:///etc/passwd",
                "//example.net/p",
                "https:///p",
                "mailto:a@worksmobile.com",
                "not a url"
            })
    void anyOtherPlaceIsNot(String location) {
        assertThatThrownBy(() -> places.check(location)).hasMessageStartingWith("LINE WORKS sent an invalid answer");
    }

    @Test
    void aRedirectionHasAPlace() {
        assertThatThrownBy(() -> places.check(null)).hasMessageContaining("redirected to none");
    }
}
