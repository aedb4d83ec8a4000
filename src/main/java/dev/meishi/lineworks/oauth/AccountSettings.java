package dev.meishi.lineworks.oauth;

import dev.meishi.lineworks.UpstreamChoice;
import dev.meishi.secret.Secret;
import dev.meishi.settings.CheckedBy;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Optional;

/** What decides whether the credentials of API 2.0 are used, and those of them that may be in files. */
@Unremovable
@CheckedBy(AccountCheck.class)
@ConfigMapping(prefix = "meishi")
public interface AccountSettings extends UpstreamChoice {

    /** {@code meishi.upstream.client-secret}. */
    @WithName("upstream.client-secret")
    Optional<Secret> clientSecret();

    /** {@code meishi.upstream.private-key}. */
    @WithName("upstream.private-key")
    Optional<Secret> privateKey();
}
