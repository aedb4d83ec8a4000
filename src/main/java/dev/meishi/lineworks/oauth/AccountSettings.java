package dev.meishi.lineworks.oauth;

import dev.meishi.lineworks.UpstreamApi;
import dev.meishi.secret.Secret;
import dev.meishi.settings.CheckedBy;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** What decides whether the credentials of API 2.0 are used, and those of them that may be in files. */
@Unremovable
@CheckedBy(AccountCheck.class)
@ConfigMapping(prefix = "meishi")
public interface AccountSettings {

    /** {@code meishi.sandbox.enabled}. */
    @WithName("sandbox.enabled")
    @WithDefault("false")
    boolean isSandbox();

    /** {@code meishi.upstream.api}. */
    @WithName("upstream.api")
    @WithDefault(UpstreamApi.DEFAULT)
    String api();

    /** {@code meishi.upstream.url}. */
    @WithName("upstream.url")
    Optional<String> url();

    /** {@code meishi.upstream.client-secret}. */
    @WithName("upstream.client-secret")
    Optional<Secret> clientSecret();

    /** {@code meishi.upstream.private-key}. */
    @WithName("upstream.private-key")
    Optional<Secret> privateKey();
}
