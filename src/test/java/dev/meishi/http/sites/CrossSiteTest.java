package dev.meishi.http.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.graphql.RequestRefused;
import dev.meishi.http.FakeRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link CrossSite}: whose GET passes. */
class CrossSiteTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-Agent: curl",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: Same-Origin",
                "Sec-Fetch-Site: none",
                "Origin: https://gateway.example",
                "Origin: HTTPS://Gateway.Example",
                "Sec-Fetch-Site: same-origin|Origin: https://evil.example",
                "Sec-Fetch-Site: cross-site|GraphQL-Require-Preflight: 1",
                "Sec-Fetch-Site: cross-site|apollo-require-preflight: true",
                "Origin: https://evil.example|X-Apollo-Operation-Name: A",
                "Sec-Fetch-Site: cross-site|GraphQL-Require-Preflight: ",
                "Sec-Fetch-Site: same-origin|User-Agent: Mozilla/5.0",
                "Sec-Fetch-Site: none|User-Agent: Mozilla/5.0|Accept-Language: ja",
                "Sec-Fetch-Site: same-origin|Referer: https://evil.example/",
                "Referer: https://gateway.example/graphiql/|User-Agent: Mozilla/5.0",
                "Referer: http://gateway.example|User-Agent: Mozilla/5.0|Accept-Language: ja",
                "Origin: http://gateway.example|User-Agent: Mozilla/5.0",
                "User-Agent: Mozilla/5.0|GraphQL-Require-Preflight: 1",
                "User-Agent: Apollo/3|X-Apollo-Operation-Name: A|Accept-Language: ja",
                "User-Agent: node|Accept-Language: *|Sec-Fetch-Mode: cors",
                "User-Agent: Java-http-client/25",
                "Accept: */*",
            })
    void aRequestFromHereOrOneThatWasAskedForFirstPasses(String headers) {
        FakeRequest request = with(headers);

        assertThatCode(() -> CrossSite.check(request.context(), false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: something-new",
                "Sec-Fetch-Site: cross-site|Origin: https://gateway.example",
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: https://evil.example/gateway.example",
                "Origin: https://evilgateway.example",
                "Origin: https://gateway.example.evil.example",
                "Origin: https://gateway.example:8443",
                "Origin: gateway.example",
                "User-Agent: Mozilla/5.0 (X11; Linux x86_64)",
                "User-Agent: mozilla/5.0",
                "User-Agent: Mozilla/5.0|Accept: image/avif,image/webp,*/*;q=0.8|Accept-Language: ja,en;q=0.5",
                "User-Agent: Mozilla/5.0|Sec-Fetch-Mode: no-cors",
                "User-Agent: an app's own view|Accept-Language: ja-JP",
                "Referer: https://evil.example/",
                "Referer: http://evil.example/?gateway.example",
                "Referer: http://evil.example/http://gateway.example",
                "Referer: http://gateway.example.evil.example/|User-Agent: curl",
                "Referer: http://gateway.example@evil.example/",
                "Referer: about:blank",
                "Referer: ",
                "Origin: http://evil.example|Referer: http://gateway.example/",
            })
    void aRequestFromAnotherSiteIsRefused(String headers) {
        assertThat(refusal(with(headers), false))
                .contains("GraphQL-Require-Preflight", "Apollo-Require-Preflight", "quarkus.http.cors.origins");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-Agent: curl",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none",
                "Origin: https://gateway.example"
            })
    void whereAHeaderIsRequiredNothingElseWillDo(String headers) {
        assertThat(refusal(with(headers), true)).contains("meishi.http.require-preflight is on");

        FakeRequest withHeader = with(headers + "|GraphQL-Require-Preflight: 1");
        assertThatCode(() -> CrossSite.check(withHeader.context(), true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOriginThatTheCorsFilterAllowsPasses(boolean isHeaderRequired) {
        FakeRequest request = with("Sec-Fetch-Site: cross-site|Origin: https://frontend.example")
                .answeredWith("access-control-allow-origin", "https://frontend.example");

        assertThatCode(() -> CrossSite.check(request.context(), isHeaderRequired))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example,      a.example,      true",
        "http://a.example:8080,  a.example:8080, true",
        "https://A.example,      a.Example,      true",
        "https://a.example,      a.example:443,  false",
        "https://b.a.example,    a.example,      false",
        "null,                   null,           false",
        "a.example,              a.example,      false",
    })
    void anOriginIsThisServerByTheNameItWasAskedBy(String origin, String host, boolean isHere) {
        assertThat(CrossSite.isOf(origin, FakeRequest.with("Host: " + host).request()))
                .isEqualTo(isHere);
    }

    private static FakeRequest with(String headers) {
        return FakeRequest.with(("Host: gateway.example|" + headers).split("\\|", -1));
    }

    private static String refusal(FakeRequest request, boolean isHeaderRequired) {
        RequestRefused refused =
                catchThrowableOfType(RequestRefused.class, () -> CrossSite.check(request.context(), isHeaderRequired));
        assertThat(refused.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", "CROSS_SITE_REQUEST"));
        return String.valueOf(refused.getMessage());
    }
}
