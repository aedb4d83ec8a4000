package dev.meishi.lineworks;

import dev.meishi.secret.Secret;
import dev.meishi.settings.CheckedBy;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The settings of LINE WORKS that depend on each other, on the API that is called, and on the simulator. */
@Unremovable
@CheckedBy(TenantCheck.class)
@ConfigMapping(prefix = "meishi")
public interface TenantSettings extends UpstreamChoice {

    /** {@code meishi.upstream.allow-plain-http}. */
    @WithName("upstream.allow-plain-http")
    Optional<Boolean> allowPlainHttp();

    /** {@code meishi.upstream.api-id}. */
    @WithName("upstream.api-id")
    Optional<String> apiId();

    /** {@code meishi.upstream.domain-id}. */
    @WithName("upstream.domain-id")
    Optional<String> domainId();

    /** {@code meishi.upstream.more-domain-ids}. */
    @WithName("upstream.more-domain-ids")
    Optional<Set<String>> moreDomainIds();

    /** {@code meishi.upstream.consumer-key}. */
    @WithName("upstream.consumer-key")
    Optional<Secret> consumerKey();

    /** {@code meishi.upstream.server-token}. */
    @WithName("upstream.server-token")
    Optional<Secret> serverToken();

    /** {@code meishi.upstream.tags-path}. */
    @WithName("upstream.tags-path")
    Optional<String> tagsPath();

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

    /** {@code meishi.upstream.connect-timeout}. */
    @WithName("upstream.connect-timeout")
    Optional<Duration> connectTimeout();

    /** {@code meishi.upstream.timeout}. */
    @WithName("upstream.timeout")
    Optional<Duration> timeout();
}
