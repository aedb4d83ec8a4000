package dev.meishi.http;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * How long a caller may take, and what may be kept of an answer. What is held at connections has it not injected, and
 * yet it must be there.
 */
@Unremovable
@ConfigMapping(prefix = "meishi.http")
public interface HttpConfig {

    /**
     * The host names under which callers reach this gateway, without ports; {@code *.example.com} is all names below
     * one, {@code *} every name. A request for another host is refused.
     *
     * @return beside those of the loopback interface ({@code localhost}, {@code *.localhost}, {@code 127.0.0.1},
     *     {@code [::1]}), which always hold; none by default
     */
    Optional<Set<String>> hosts();

    /**
     * How long a caller may take for a request line and its headers, from the first byte to the empty line; for the first
     * request of a connection, from its opening.
     *
     * @return 10 s by default: a head is a packet or two, and the slowest of mobile networks send those in one
     */
    @WithDefault("10s")
    @DurationMin(millis = 1)
    @DurationMax(days = 1)
    Duration headTimeout();

    /**
     * How many connections may be open to one address at once, of IPv6 to one network of 64 bits. Behind a proxy all have
     * the proxy's address.
     *
     * @return none by default: as many as there may be in all
     */
    OptionalInt connectionsPerAddress();

    /**
     * Longest time for a request's body to arrive, however steadily it trickles.
     *
     * @return 10 s by default: 128 KiB at 100 kbit/s
     */
    @WithDefault("10s")
    @DurationMin(millis = 1)
    @DurationMax(days = 1)
    Duration bodyTimeout();

    /**
     * Longest time for an operation as a whole; then it is answered with what is there.
     *
     * @return 30 s by default: three calls to LINE WORKS in a row at their own deadline
     */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    @DurationMax(days = 1)
    Duration operationTimeout();

    /**
     * Longest time for a caller to take its answer.
     *
     * @return 30 s by default
     */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    @DurationMax(days = 1)
    Duration writeTimeout();

    /**
     * Whether a GET needs a header that a browser sends to another site only after asking it, even where the browser
     * itself says that the request comes from this site.
     *
     * @return false by default: {@link CrossSite} tells other sites' pages by what browsers send of themselves
     */
    @WithDefault("false")
    boolean requirePreflight();

    /** What caches may do with the answer to a GET. */
    interface Caching {

        /** Who may keep an answer. */
        enum Scope {
            /** The caller's own cache. */
            PRIVATE,
            /** Any cache on the way; only where every caller may see the same. */
            PUBLIC
        }

        /**
         * Who may keep an answer.
         *
         * @return private by default
         */
        @WithDefault("private")
        Scope scope();

        /**
         * How long the values of a field are good for, by its coordinates such as {@code Query.tags}. The least of an
         * operation's fields counts, zero for root fields that are not listed.
         *
         * @return by coordinates
         */
        Map<String, @DurationMin Duration> maxAge();
    }

    /**
     * What caches may do with the answer to a GET.
     *
     * @return settings
     */
    Caching caching();
}
