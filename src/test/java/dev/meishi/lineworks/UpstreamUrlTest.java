package dev.meishi.lineworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.settings.SettingsValidator;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that would give credentials away is refused, and the refusal itself gives none away. */
class UpstreamUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://apis.worksmobile.com",
                "https://apis.worksmobile.com/",
                "HTTPS://apis.worksmobile.com:8443",
                "http://localhost:8080",
                "http://lineworks.localhost",
                "http://127.0.0.1",
                "http://127.1.2.3:80",
                "http://[::1]:8080"
            })
    void anAddressThatIsSafeIsTaken(String url) {
        assertThat(UpstreamUrl.refusal(url, false, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:s3cret@apis.worksmobile.com, a user or a password",
        "https://s3cret@apis.worksmobile.com, a user or a password",
        "https://user:s3cret@a_b, a user or a password",
        "https://user:s3 cret@apis.worksmobile.com, not a URL",
        "https://apis.worksmobile.com/s3cret, a path",
        "https://apis.worksmobile.com?key=s3cret, a query",
        "https://apis.worksmobile.com#s3cret, a fragment",
        "ftp://s3cret.example, another scheme",
        "s3cret, another scheme",
        "https:///s3cret, without a host"
    })
    void anAddressWithMoreThanItNeedsIsRefusedAndNotRepeated(String url, String why) {
        assertThat(UpstreamUrl.refusal(url, true, false).orElse(""))
                .startsWith("must be http:// or https://")
                .contains(why)
                .doesNotContain("s3", "cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://apis.worksmobile.com",
                "HTTP://apis.worksmobile.com",
                "http://10.0.0.1",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com"
            })
    void plainHttpToAnotherMachineIsRefusedUnlessItIsAllowed(String url) {
        assertThat(UpstreamUrl.refusal(url, false, false).orElse("")).contains("unencrypted", "allow-plain-http");
        assertThat(UpstreamUrl.refusal(url, true, false)).isEmpty();
    }

    @Test
    void theStartIsRefusedWithAnAddressThatCannotBeReadAndDoesNotPrintIt() {
        SmallRyeConfigBuilder settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withValidator(new SettingsValidator())
                .withMapping(TenantSettings.class)
                .withDefaultValue("meishi.upstream.url", "https://user:s3 cret@apis.worksmobile.com");

        assertThatThrownBy(settings::build)
                .hasMessageContaining("meishi.upstream.url")
                .hasMessageNotContaining("cret");
    }
}
