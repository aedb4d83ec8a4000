package dev.meishi.graphql;

import dev.meishi.failure.ErrorCode;
import dev.meishi.log.LogThrottle;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Compares what a request has with what it may have: the one place where a limit is enforced or only measured. */
@Singleton
public class Limits {

    private static final Logger LOG = Logger.getLogger(Limits.class);

    private final Map<Limit, Integer> allowed = new EnumMap<>(Limit.class);
    private final LogThrottle<Limit> throttle = new LogThrottle<>(Duration.ofMinutes(1));
    private final Set<Limit> measured;

    /**
     * As a configuration has them.
     *
     * @param config theirs
     */
    public Limits(LimitsConfig config) {
        allowed.put(Limit.BODY_BYTES, config.bodyBytes());
        allowed.put(Limit.TOKENS, config.tokens());
        allowed.put(Limit.NAME_LENGTH, config.nameLength());
        allowed.put(Limit.OPERATIONS, config.operations());
        allowed.put(Limit.DEPTH, config.depth());
        allowed.put(Limit.FIELDS, config.fields());
        allowed.put(Limit.ALIASES, config.aliases());
        allowed.put(Limit.ROOT_FIELDS, config.rootFields());
        allowed.put(Limit.DIRECTIVES, config.directives());
        allowed.put(Limit.DUPLICATE_FIELDS, config.duplicateFields());
        allowed.put(Limit.OPERATIONS_AT_ONCE, config.maxConcurrentOperations());
        allowed.put(Limit.COST, config.cost());
        allowed.put(Limit.ANSWER_BYTES, config.answerBytes());
        measured = EnumSet.noneOf(Limit.class);
        measured.addAll(config.measureOnly().orElse(Set.of()));
    }

    /**
     * Lets a request pass, or not.
     *
     * @param limit what was counted
     * @param found how much of it there is
     * @throws RequestRefused {@code LIMIT_EXCEEDED} if that is too much, and the limit not measured only
     */
    public void check(Limit limit, long found) {
        if (found > allowed(limit)) {
            enforce(limit, exceeded(limit, found));
        }
    }

    /**
     * Throws the refusal of what is over a limit, or logs it if the limit is measured only.
     *
     * @param limit which one
     * @param why the refusal
     * @throws RequestRefused the refusal, if the limit is enforced
     */
    public void enforce(Limit limit, RequestRefused why) {
        if (isEnforced(limit)) {
            throw why;
        }
        if (throttle.isDue(limit)) {
            LOG.warnf("Over a limit that is measured only: %s", why.getMessage());
        }
    }

    /**
     * What a limit allows.
     *
     * @param limit which one, not {@link Limit#UPSTREAM_CALLS}: that depends on the caller
     * @return the most there may be
     */
    public int allowed(Limit limit) {
        return allowed.getOrDefault(limit, 0);
    }

    /**
     * Whether going over a limit has a consequence.
     *
     * @param limit which one
     * @return false if it is measured only
     */
    public boolean isEnforced(Limit limit) {
        return !measured.contains(limit);
    }

    /**
     * The refusal of a request that is over a limit.
     *
     * @param limit which one
     * @param found how much there is
     * @return to be thrown
     */
    public RequestRefused exceeded(Limit limit, long found) {
        String text = String.format(
                Locale.ROOT,
                "The request has %,d %s; the maximum is %,d (%s).",
                found,
                limit.unit(),
                allowed(limit),
                limit.setting());
        return exceeded(limit, found, allowed(limit), text);
    }

    /**
     * The same for a limit that is not the same for all, in words of its own.
     *
     * @param limit which one
     * @param found how much there is
     * @param allowed how much there may be
     * @param text the message
     * @return to be thrown
     */
    public static RequestRefused exceeded(Limit limit, long found, int allowed, String text) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("limit", limit.key());
        details.put("found", found);
        details.put("allowed", allowed);
        return RequestRefused.of(CodedError.of(ErrorCode.LIMIT_EXCEEDED, text, List.of(), details));
    }
}
