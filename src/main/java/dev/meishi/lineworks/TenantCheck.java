package dev.meishi.lineworks;

import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Optional;

/** Checks that the tenant is complete unless the simulator is on, and that its address and timeouts can be used. */
@RegisterForReflection(fields = false)
public final class TenantCheck implements SettingsCheck<TenantSettings> {

    @Override
    public void check(TenantSettings settings, Mistakes mistakes) {
        boolean isFirst = UpstreamApi.V1.isNumber(settings.api());
        if (!settings.isSandbox() && isFirst) {
            require("meishi.upstream.url", settings.url(), mistakes);
            require("meishi.upstream.api-id", settings.apiId(), mistakes);
            require("meishi.upstream.domain-id", settings.domainId(), mistakes);
            require("meishi.upstream.consumer-key", settings.consumerKey(), mistakes);
            require("meishi.upstream.server-token", settings.serverToken(), mistakes);
        }
        settings.url()
                .flatMap(url ->
                        UpstreamUrl.refusal(url, settings.allowPlainHttp().orElse(false), !isFirst))
                .ifPresent(text -> mistakes.add("meishi.upstream.url", text));
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

    /**
     * Reports a setting that is missing where a tenant is called.
     *
     * @param key of the setting
     * @param value of it
     * @param mistakes that are reported
     */
    public static void require(String key, Optional<?> value, Mistakes mistakes) {
        if (value.isEmpty()) {
            mistakes.add(
                    key,
                    "is missing; set it to use a tenant, or set meishi.sandbox.enabled=true to use the built-in simulator");
        }
    }
}
