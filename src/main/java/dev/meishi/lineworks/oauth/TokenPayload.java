package dev.meishi.lineworks.oauth;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.lineworks.http.TransportErrors;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a token is issued with. The refresh token is of no use: another assertion is as good, and does not expire.
 *
 * @param accessToken that was issued
 * @param life for how long
 * @param scope what it allows; null if that is not said, or not in the characters of scopes
 */
record TokenPayload(
        String accessToken, Duration life, @Nullable String scope) {

    private static final Members MEMBERS = Members.of("access_token", "token_type", "expires_in", "scope");

    /** What scopes look like. */
    private static final Pattern SCOPE = Pattern.compile("[a-z.]{1,40}([ ,]+[a-z.]{1,40}){0,99}");

    /** What may stand in a header; all else would be another header. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,8192}");

    /** The shorter one of the two that an app can choose; for a payload that does not say. */
    private static final int ONE_HOUR = 3600;

    /** Longer than any that an app can choose. */
    private static final int MAX_SECONDS = 30 * 24 * ONE_HOUR;

    /** {@code expires_in} may be a number or a text. */
    static TokenPayload read(JsonReader json) {
        Text token = null;
        Text type = null;
        Integer seconds = null;
        Text scope = null;
        if (json.isObject()) {
            for (int at = json.member(MEMBERS, Members.NONE); at != Members.NONE; at = json.member(MEMBERS, at)) {
                switch (at) {
                    case 0 -> token = json.text();
                    case 1 -> type = json.text();
                    case 2 -> seconds = json.integer();
                    case 3 -> scope = json.attempt(JsonReader::text, (again, unexpected) -> null);
                    default -> throw new IndexOutOfBoundsException(at);
                }
            }
        }
        return new TokenPayload(usable(token, type), Duration.ofSeconds(seconds(seconds)), scopes(scope));
    }

    private static String usable(@Nullable Text token, @Nullable Text type) {
        if (token == null || !TOKEN.matcher(token.toString()).matches()) {
            throw TransportErrors.invalid("its token endpoint sent no access_token that fits in a header");
        }
        if (type != null && !type.isEmpty() && !type.toString().equalsIgnoreCase("Bearer")) {
            throw TransportErrors.invalid("its token endpoint sent a token that is no Bearer");
        }
        return token.toString();
    }

    private static @Nullable String scopes(@Nullable Text sent) {
        return sent != null && SCOPE.matcher(sent.toString()).matches() ? sent.toString() : null;
    }

    private static int seconds(@Nullable Integer sent) {
        return sent == null || sent <= 0 ? ONE_HOUR : Math.min(sent, MAX_SECONDS);
    }

    @Override
    public String toString() {
        return "TokenPayload[***]";
    }
}
