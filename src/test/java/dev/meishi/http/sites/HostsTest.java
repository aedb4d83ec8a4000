package dev.meishi.http.sites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.http.FakeRequest;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Hosts}: for which names a request is answered. */
class HostsTest {

    private static final Hosts NONE = new Hosts(Set.of());
    private static final Hosts SOME =
            new Hosts(Set.of("contacts.example.com", "*.apps.example.com", "10.1.2.3", "[2001:db8::1]", "Meishi"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LOCALHOST:1",
                "localhost.",
                "localhost:",
                "meishi.localhost:8080",
                "127.0.0.1",
                "127.0.0.1:8080",
                "[::1]",
                "[::1]:8080"
            })
    void namesOfTheLoopbackInterfaceAlwaysHold(String host) {
        assertThat(NONE.isAnswered(host)).isTrue();
        assertThat(SOME.isAnswered(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contacts.example.com",
                "Contacts.Example.Com:443",
                "contacts.example.com.",
                "a.apps.example.com",
                "b.a.apps.example.com:8443",
                "10.1.2.3:8080",
                "[2001:db8::1]:8080",
                "meishi:80"
            })
    void soDoTheNamesConfigured(String host) {
        assertThat(SOME.isAnswered(host)).isTrue();
        assertThat(NONE.isAnswered(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":8080",
                "rebound.example",
                "localhost.rebound.example",
                "evillocalhost",
                ".localhost",
                "localhost:8080:1",
                "localhost:port",
                "localhost@rebound.example",
                "rebound.example@localhost:80a",
                "contacts.example.com.rebound.example",
                "contacts-example.com",
                "apps.example.com",
                "evilapps.example.com",
                "127.0.0.2",
                "0.0.0.0",
                "::1",
                "[::1",
                "[::2]",
                "*"
            })
    void noOtherDoes(String host) {
        assertThat(SOME.isAnswered(host)).isFalse();
    }

    @Test
    void anAbsoluteTargetIsHeldToTheSame() {
        assertThat(NONE.foreign(request("localhost", "/graphql?x=http://rebound.example/")))
                .isNull();
        assertThat(NONE.foreign(request("localhost", "http://localhost:80/graphql")))
                .isNull();
        assertThat(NONE.foreign(request("localhost", "http://rebound.example/graphql")))
                .isEqualTo("rebound.example");
        assertThat(NONE.foreign(request("localhost", "http://rebound.example?localhost")))
                .isEqualTo("rebound.example");
        assertThat(NONE.foreign(request("rebound.example", "http://localhost/graphql")))
                .isEqualTo("rebound.example");
        assertThat(NONE.foreign(request("localhost", "*"))).isNull();
    }

    @Test
    void aRequestThatNamesNoHostIsForNone() {
        assertThat(NONE.foreign(FakeRequest.with().to("/").request())).isEmpty();
    }

    @Test
    void aStarIsEveryName() {
        Hosts any = new Hosts(Set.of("*"));

        assertThat(any.foreign(request("rebound.example", "/"))).isNull();
        assertThat(any.foreign(FakeRequest.with().to("/").request())).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://contacts.example.com",
        "contacts.example.com:8080",
        "contacts.example.com/",
        "a b",
        "*.",
        "*example.com",
        "a.*.example.com",
        "''",
        "-a.example.com"
    })
    void whatIsNoNameIsRefusedAtTheStart(String entry) {
        SitesConfig config = new SitesConfig() {
            @Override
            public Optional<Set<String>> hosts() {
                return Optional.of(Set.of(entry));
            }

            @Override
            public boolean requirePreflight() {
                return false;
            }
        };
        List<String> mistakes = new ArrayList<>();
        new HostsCheck().check(config, (key, text) -> mistakes.add(key + " " + text));

        assertThat(mistakes)
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("meishi.http.hosts must have host names without scheme, port and path")
                .endsWith("found '" + entry + "'");
    }

    private static HttpServerRequest request(String host, String target) {
        return FakeRequest.with("Host: " + host).to(target).request();
    }
}
