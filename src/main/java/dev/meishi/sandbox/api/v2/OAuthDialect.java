package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.api.Dialect;
import dev.meishi.sandbox.faults.ErrorShape;
import dev.meishi.sandbox.faults.Faults;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** Errors as RFC 6749 words them; a code of the faults is written in lower case, as {@code INVALID_GRANT} is. */
final class OAuthDialect implements Dialect {

    @Override
    public Answer injected(Faults faults, int status) {
        if (faults.errorShape() == ErrorShape.EMPTY) {
            return Answer.empty(status);
        }
        String error = faults.errorCode().isEmpty()
                ? byStatus(status)
                : faults.errorCode().toLowerCase(Locale.ROOT);
        return error(status, error, "Injected by the sandbox");
    }

    @Override
    public Answer unknownUrl() {
        return error(404, "invalid_request", "URL not supported");
    }

    @Override
    public boolean tellsQuota(int status) {
        return false;
    }

    static Answer error(int status, String error, String description) {
        Answer answer = Answer.of(status, new JsonObject().put("error", error).put("error_description", description))
                .with("Cache-Control", "no-store");
        return status == 401 ? answer.with("WWW-Authenticate", "Basic realm=\"LINE WORKS\"") : answer;
    }

    private static String byStatus(int status) {
        if (status >= 500 || status == 429) {
            return status == 500 ? "server_error" : "temporarily_unavailable";
        }
        return status == 401 ? "invalid_client" : "invalid_grant";
    }
}
