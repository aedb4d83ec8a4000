package dev.meishi.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExplorerTest {

    private static final Pattern SCRIPT = Pattern.compile("src=\"\\./(assets/[^\"]+\\.js)\"");
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/=]{24})'");

    @Test
    void thePageIsSentWithItsPolicyAndNeverKept() {
        Response page = get("/graphiql/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(NONCE.matcher(policy(page)).replaceAll("'nonce-…'"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-…';"
                        + " style-src-attr 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; font-src 'self';"
                        + " worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void eachPageHasTheNonceOfItsOwnPolicy() {
        Response one = get("/graphiql/");
        Response other = get("/graphiql/index.html");

        assertThat(one.asString()).contains("nonce=\"" + nonce(one) + "\"").doesNotContain("{nonce}");
        assertThat(other.asString()).contains("nonce=\"" + nonce(other) + "\"");
        assertThat(nonce(one)).isNotEqualTo(nonce(other));
    }

    @Test
    void thePageNeedsNothingButItsOwnFiles() {
        assertThat(get("/graphiql/").asString())
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("<style");
    }

    @Test
    void aFileWithAHashInItsNameMayBeKeptForGood() {
        Response script = get("/graphiql/" + first(SCRIPT, get("/graphiql/").asString()));

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(script.contentType()).startsWith("text/javascript");
        assertThat(policy(script)).startsWith("default-src 'none'; script-src 'self';");
        assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(script.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void aFileThatIsMissingMayAppearAnyTime() {
        Response missing = get("/graphiql/assets/missing.js");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void theAddressWithoutASlashLeadsToTheOneWith() {
        Response redirect = given().redirects().follow(false).get("/graphiql");

        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.header("Location")).isEqualTo("graphiql/");
    }

    @Test
    void theFrameworkHasNoSecondOne() {
        assertThat(get("/q/graphql-ui/").statusCode()).isEqualTo(404);
    }

    private static Response get(String path) {
        return given().get(path);
    }

    private static String policy(Response response) {
        return response.header("Content-Security-Policy");
    }

    private static String nonce(Response response) {
        return first(NONCE, policy(response));
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map((MatchResult match) -> match.group(1))
                .orElseThrow();
    }
}
