package dev.meishi.lineworks.oauth;

import dev.meishi.lineworks.TenantCheck;
import dev.meishi.lineworks.UpstreamApi;
import dev.meishi.lineworks.UpstreamUrl;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Checks that the account of API 2.0 is complete unless the simulator is on, and that it has settings of that API alone. */
@RegisterForReflection(fields = false)
public final class AccountCheck implements SettingsCheck<AccountSettings> {

    @Override
    public void check(AccountSettings settings, Mistakes mistakes) {
        if (!UpstreamApi.V2.isNumber(settings.api())) {
            return;
        }
        settings.moreDomainIds()
                .ifPresent(domains -> mistakes.add(
                        "meishi.upstream.more-domain-ids",
                        "is of API 1.0, and with 2.0 the app decides on the domain; leave it out"));
        if (!settings.isSandbox()) {
            TenantCheck.require("meishi.upstream.client-id", settings.clientId(), mistakes);
            TenantCheck.require("meishi.upstream.client-secret", settings.clientSecret(), mistakes);
            TenantCheck.require("meishi.upstream.service-account", settings.serviceAccount(), mistakes);
            TenantCheck.require("meishi.upstream.private-key", settings.privateKey(), mistakes);
            TenantCheck.require("meishi.upstream.domain-id", settings.domainId(), mistakes);
        }
        settings.tokenUrl()
                .flatMap(url ->
                        UpstreamUrl.refusal(url, settings.allowPlainHttp().orElse(false), true))
                .ifPresent(text -> mistakes.add("meishi.upstream.token-url", text));
    }
}
