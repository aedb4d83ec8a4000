package dev.meishi.lineworks.oauth;

import dev.meishi.lineworks.UpstreamApi;
import dev.meishi.secret.Secret;
import dev.meishi.settings.CheckedBy;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;
import java.util.Set;

/** The settings of an account of API 2.0, which are needed where that API is called, and the simulator is not. */
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

    /** {@code meishi.upstream.allow-plain-http}. */
    @WithName("upstream.allow-plain-http")
    Optional<Boolean> allowPlainHttp();

    /** {@code meishi.upstream.more-domain-ids}. */
    @WithName("upstream.more-domain-ids")
    Optional<Set<String>> moreDomainIds();

    /** {@code meishi.upstream.token-url}. */
    @WithName("upstream.token-url")
    Optional<String> tokenUrl();

    /** {@code meishi.upstream.client-id}. */
    @WithName("upstream.client-id")
    Optional<String> clientId();

    /** {@code meishi.upstream.client-secret}. */
    @WithName("upstream.client-secret")
    Optional<Secret> clientSecret();

    /** {@code meishi.upstream.service-account}. */
    @WithName("upstream.service-account")
    Optional<String> serviceAccount();

    /** {@code meishi.upstream.private-key}. */
    @WithName("upstream.private-key")
    Optional<Secret> privateKey();

    /** {@code meishi.upstream.domain-id}. */
    @WithName("upstream.domain-id")
    Optional<String> domainId();
}
