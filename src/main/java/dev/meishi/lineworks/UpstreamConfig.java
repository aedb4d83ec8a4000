package dev.meishi.lineworks;

import dev.meishi.secret.Secret;
import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The address of LINE WORKS, the gateway's credentials, and the limits of a call. */
@CheckedBy(UpstreamConfig.Check.class)
@ConfigMapping(prefix = "meishi.upstream")
public interface UpstreamConfig {

    /**
     * Which API of LINE WORKS is called.
     *
     * @return the number of {@link UpstreamApi}
     */
    @WithDefault(UpstreamApi.DEFAULT)
    String api();

    /**
     * Where the API is. Of 1.0 scheme, host and port, at the vendor's https://apis.worksmobile.com; of 2.0 with the path that
     * all operations begin with, and {@code https://www.worksapis.com/v1.0} by default.
     *
     * @return as text: what makes a {@code URI} of a setting prints it where that fails, and it may hold a password. Empty
     *     if the sandbox of this very process is meant
     */
    Optional<String> url();

    /**
     * Whether the credentials and the contacts may go to another machine without TLS.
     *
     * @return false by default; to this very machine they may
     */
    @WithDefault("false")
    boolean allowPlainHttp();

    /**
     * The path segment after {@code /r/}, from the Developer Console.
     *
     * @return empty if the sandbox's is meant
     */
    Optional<String> apiId();

    /**
     * The domain asked when a query names none.
     *
     * @return empty if the sandbox's is meant
     */
    Optional<String> domainId();

    /**
     * Further domains of the tenant that a query may name.
     *
     * @return none by default
     */
    Optional<Set<String>> moreDomainIds();

    /**
     * Server API consumer key.
     *
     * @return empty if the sandbox's is meant
     */
    Optional<Secret> consumerKey();

    /**
     * Server token.
     *
     * @return empty if the sandbox's is meant
     */
    Optional<Secret> serverToken();

    /**
     * Path of the tag list, {@code {apiId}} and {@code {domainId}} replaced. An assumption: the vendor's page is lost.
     *
     * @return empty (set to nothing) if there is no tag source
     */
    Optional<String> tagsPath();

    /**
     * Hosts that API 2.0 may redirect to for photos, by HTTPS; with each of them the names below it.
     *
     * @return the vendor's domains, of LINE WORKS and NAVER WORKS
     */
    @WithDefault("worksmobile.com,worksapis.com,naverworks.com,gov-naverworks.com")
    Set<String> photoHosts();

    /**
     * The maximum time until a connection is established.
     *
     * @return less than {@link #timeout()}
     */
    @WithDefault("2s")
    Duration connectTimeout();

    /**
     * The maximum duration of a call, from its start to the last byte of its answer.
     *
     * @return the bound after which a caller gets {@code UPSTREAM_TIMEOUT}
     */
    @WithDefault("10s")
    Duration timeout();

    /**
     * The maximum number of open connections to LINE WORKS.
     *
     * @return calls beyond it wait for a free one, within their timeout
     */
    @WithDefault("50")
    int maxConnections();

    /**
     * How long an unused connection stays open, unless LINE WORKS names another time in {@code Keep-Alive}.
     *
     * @return in whole seconds, at least one; less than the minute after which load balancers commonly close theirs, so
     *     that it is seldom LINE WORKS that closes one just as a call sets out on it
     */
    @WithDefault("30s")
    Duration keepAlive();

    /**
     * The maximum size of an answer.
     *
     * @return 32 MiB by default; a page of 500 contacts has less than one as a rule, and no answer may need more than
     *     memory has room for
     */
    @WithDefault("32M")
    MemorySize maxAnswer();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<UpstreamConfig> {

        private static final Pattern API = Pattern.compile("1\\.0|2\\.0");

        private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(UpstreamConfig set, Mistakes mistakes) {
            if (!API.matcher(set.api()).matches()) {
                mistakes.add("meishi.upstream.api", "must be 1.0 or 2.0, found " + set.api());
            }
            for (String host : set.photoHosts()) {
                if (!HOST.matcher(host).matches()) {
                    mistakes.add("meishi.upstream.photo-hosts", "must have host names in lower case, found " + host);
                }
            }
            Ranges.of("meishi.upstream", mistakes)
                    .within("connect-timeout", set.connectTimeout(), Ranges.MILLISECOND, Ranges.DAY)
                    .within("timeout", set.timeout(), Ranges.MILLISECOND, Ranges.DAY)
                    .atLeast("max-connections", set.maxConnections(), 1)
                    .within("keep-alive", set.keepAlive(), Duration.ofSeconds(1), Ranges.DAY);
        }
    }
}
