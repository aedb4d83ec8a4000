package dev.meishi.lineworks;

import dev.meishi.secret.Secret;
import dev.meishi.secret.SecretFile;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Optional;

/**
 * Checks that a tenant is complete for the API that is called unless the simulator is on, that no setting of the other API
 * changes what is read, and that addresses, timeouts and files of credentials can be used.
 */
@RegisterForReflection(fields = false)
public final class TenantCheck implements SettingsCheck<TenantSettings> {

    @Override
    public void check(TenantSettings settings, Mistakes mistakes) {
        if (UpstreamApi.V2.isNumber(settings.api())) {
            checkAccount(settings, mistakes);
        } else if (UpstreamApi.V1.isNumber(settings.api()) && !settings.isSandbox()) {
            require("meishi.upstream.url", settings.url(), mistakes);
            require("meishi.upstream.api-id", settings.apiId(), mistakes);
            require("meishi.upstream.domain-id", settings.domainId(), mistakes);
            require("meishi.upstream.consumer-key", settings.consumerKey(), mistakes);
            require("meishi.upstream.server-token", settings.serverToken(), mistakes);
        }
        checkFile("meishi.upstream.consumer-key", settings.consumerKey(), mistakes);
        checkFile("meishi.upstream.server-token", settings.serverToken(), mistakes);
        checkAddress("meishi.upstream.url", settings.url(), settings, mistakes);
        settings.tagsPath()
                .filter(path -> !path.startsWith("/") || path.startsWith("//"))
                .ifPresent(path -> mistakes.add(
                        "meishi.upstream.tags-path", "must be a path that starts with one /, found " + path));
        Duration timeout = settings.timeout().orElse(Duration.ZERO);
        settings.connectTimeout()
                .filter(connect -> connect.compareTo(timeout) > 0)
                .ifPresent(connect -> mistakes.add(
                        "meishi.upstream.connect-timeout",
                        "must be at most meishi.upstream.timeout (" + timeout + "), found " + connect));
    }

    private static void checkAccount(TenantSettings settings, Mistakes mistakes) {
        settings.moreDomainIds()
                .ifPresent(domains -> mistakes.add(
                        "meishi.upstream.more-domain-ids",
                        "is of API 1.0, and with 2.0 the app decides on the domain; leave it out"));
        if (!settings.isSandbox()) {
            require("meishi.upstream.client-id", settings.clientId(), mistakes);
            require("meishi.upstream.client-secret", settings.clientSecret(), mistakes);
            require("meishi.upstream.service-account", settings.serviceAccount(), mistakes);
            require("meishi.upstream.private-key", settings.privateKey(), mistakes);
            require("meishi.upstream.domain-id", settings.domainId(), mistakes);
        }
        checkAddress("meishi.upstream.token-url", settings.tokenUrl(), settings, mistakes);
    }

    /** That of API 1.0 has no path. */
    private static void checkAddress(String key, Optional<String> address, TenantSettings settings, Mistakes mistakes) {
        boolean hasPath = !UpstreamApi.V1.isNumber(settings.api());
        address.flatMap(url ->
                        UpstreamUrl.refusal(url, settings.allowPlainHttp().orElse(false), hasPath))
                .ifPresent(text -> mistakes.add(key, text));
    }

    private static void checkFile(String key, Optional<Secret> credential, Mistakes mistakes) {
        credential.flatMap(SecretFile::refusal).ifPresent(text -> mistakes.add(key, text));
    }

    private static void require(String key, Optional<?> value, Mistakes mistakes) {
        if (value.isEmpty()) {
            mistakes.add(
                    key,
                    "is missing; set it to use a tenant, or set meishi.sandbox.enabled=true to use the built-in simulator");
        }
    }
}
