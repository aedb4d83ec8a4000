package dev.meishi.lineworks.oauth;

import dev.meishi.lineworks.UpstreamApi;
import dev.meishi.secret.UnreadableSecret;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Checks that the credentials of API 2.0 can be read, and that the private key is one, unless the simulator's are used. */
@RegisterForReflection(fields = false)
public final class AccountCheck implements SettingsCheck<AccountSettings> {

    private static final String CLIENT_SECRET = "meishi.upstream.client-secret";
    private static final String PRIVATE_KEY = "meishi.upstream.private-key";

    @Override
    public void check(AccountSettings settings, Mistakes mistakes) {
        boolean isSimulated = settings.isSandbox() && settings.url().isEmpty();
        if (!UpstreamApi.V2.isNumber(settings.api()) || isSimulated) {
            return;
        }
        settings.clientSecret()
                .ifPresent(set -> check(
                        CLIENT_SECRET, () -> SecretSource.of(CLIENT_SECRET, set).readAtStart(), mistakes));
        settings.privateKey()
                .ifPresent(set -> check(
                        PRIVATE_KEY,
                        () -> SigningKey.read(
                                SecretSource.ofKey(PRIVATE_KEY, set).readAtStart()),
                        mistakes));
    }

    private static void check(String key, Runnable reading, Mistakes mistakes) {
        try {
            reading.run();
        } catch (UnreadableSecret unreadable) {
            mistakes.add(key, unreadable.text());
        }
    }
}
