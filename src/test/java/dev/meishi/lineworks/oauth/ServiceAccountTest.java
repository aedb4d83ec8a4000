package dev.meishi.lineworks.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.meishi.lineworks.Installation;
import dev.meishi.lineworks.TenantSettings;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.settings.SettingsValidator;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link ServiceAccountProducer}: what is missing or wrong is named at the start, all at once and without a secret. */
class ServiceAccountTest {

    private static final String PREFIX = "meishi.upstream.";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        assertThat(refusal(Map.of()))
                .contains("client-id is missing", "client-secret is missing", "service-account is missing")
                .contains("private-key is missing", "domain-id is missing", "meishi.sandbox.enabled=true");
        Map<String, String> some = new HashMap<>(whole());
        some.remove("service-account");
        assertThat(refusal(some))
                .contains("meishi.upstream.service-account is missing")
                .doesNotContain("client-id");
    }

    @Test
    void moreDomainsAreOfApiOneAlone() {
        assertThat(refusal(with("more-domain-ids", "2,3"))).contains("meishi.upstream.more-domain-ids is of API 1.0");
    }

    @Test
    void noneIsNeededWhereApiOneOrTheSimulatorIsCalled() {
        Map<String, String> one = Map.of(
                "api", "1.0",
                "url", "https://example.com",
                "api-id", "a",
                "domain-id", "1",
                "consumer-key", "k",
                "server-token", "t");
        assertThatCode(() -> builder(one).build()).doesNotThrowAnyException();
        assertThatCode(() -> builder(Map.of())
                        .withDefaultValue("meishi.sandbox.enabled", "true")
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void aWholeAccountIsTheVendorSUnlessItSaysOtherwise() {
        ServiceAccount account = account(whole());

        assertThat(account.tokenUrl().get()).isEqualTo(URI.create("https://auth.worksmobile.com/oauth2/v2.0/token"));
        assertThat(account.scope()).isEqualTo("contact.read");
        assertThat(account.clientSecret().read().value()).isEqualTo("s3cret");
        assertThat(account.toString()).doesNotContain("s3cret", "PRIVATE KEY");
    }

    @Test
    void scopesAreSeparatedByBlanksOrCommas() {
        assertThat(account(with("scope", " contact.read,  user.read directory.read"))
                        .scope())
                .isEqualTo("contact.read user.read directory.read");
    }

    @Test
    void keyAndSecretMayBeFiles() throws IOException {
        Path key = Files.writeString(directory.resolve("key.pem"), Installation.privateKey());
        Path secret = Files.writeString(directory.resolve("secret"), "of-a-file\n");
        Map<String, String> settings = new HashMap<>(whole());
        settings.put("private-key", key.toString());
        settings.put("client-secret", secret.toUri().toString());

        ServiceAccount account = account(settings);

        assertThat(account.clientSecret().read().value()).isEqualTo("of-a-file");
        Files.writeString(secret, "another");
        assertThat(account.clientSecret().read().value()).isEqualTo("another");
    }

    @ParameterizedTest
    @CsvSource({
        "private-key, /nowhere/s3cret.pem, meishi.upstream.private-key names a file that does not exist",
        "private-key, s3cret, meishi.upstream.private-key names a file that does not exist",
        "private-key, file:/nowhere/s3cret.pem, meishi.upstream.private-key names a file that does not exist",
        "private-key, -----BEGIN RSA PRIVATE KEY-----s3cret, convert it with openssl pkcs8",
        "client-secret, /nowhere/s3cret, meishi.upstream.client-secret names a file that does not exist",
        "client-secret, file:s3cret, meishi.upstream.client-secret must be file: and an absolute path",
        "token-url, ftp://s3cret.example.com/token, meishi.upstream.token-url must be http:// or https://",
        "token-url, http://s3cret.example.com/token, meishi.upstream.token-url is http:// to another machine"
    })
    void whatIsWrongIsSaidWithoutItsValue(String key, String value, String message) {
        assertThat(refusal(with(key, value))).contains(message).doesNotContain("s3cret");
    }

    @Test
    void whereTheSimulatorIsCalledTheyAreNotRead() {
        assertThatCode(() -> builder(with("private-key", "/nowhere/key.pem"))
                        .withDefaultValue("meishi.sandbox.enabled", "true")
                        .build())
                .doesNotThrowAnyException();
    }

    private static Map<String, String> whole() {
        return Map.of(
                "client-id",
                "id",
                "client-secret",
                "s3cret",
                "service-account",
                "a@b",
                "private-key",
                Installation.privateKey(),
                "domain-id",
                "1");
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> settings = new HashMap<>(whole());
        settings.put(key, value);
        return settings;
    }

    private static ServiceAccount account(Map<String, String> settings) {
        return ServiceAccountProducer.configured(
                builder(settings).build().getConfigMapping(OauthConfig.class), Optional.empty());
    }

    private static SmallRyeConfigBuilder builder(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withValidator(new SettingsValidator())
                .withMapping(UpstreamConfig.class)
                .withMapping(OauthConfig.class)
                .withMapping(TenantSettings.class)
                .withMapping(AccountSettings.class)
                .withDefaultValue("meishi.upstream.api", "2.0");
        settings.forEach((key, value) -> builder.withDefaultValue(PREFIX + key, value));
        return builder;
    }

    private static String refusal(Map<String, String> settings) {
        Throwable thrown = catchThrowable(() -> account(settings));
        assertThat(thrown).isInstanceOf(ConfigValidationException.class);
        return String.valueOf(thrown.getMessage());
    }
}
