package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.api.Dialect;
import dev.meishi.sandbox.api.ErrorBody;
import dev.meishi.sandbox.faults.ErrorShape;
import dev.meishi.sandbox.faults.Faults;
import java.util.Map;

/** Errors as API 2.0 words them, with {@code WWW-Authenticate}; the quota in every answer but a redirection. */
final class SecondDialect implements Dialect {

    private static final Map<Integer, String> CODES = Map.of(
            400, "BAD_REQUEST",
            401, "UNAUTHORIZED",
            403, "FORBIDDEN",
            404, "NOT_FOUND",
            409, "CONFLICT",
            410, "DELETED",
            429, "TOO_MANY_REQUESTS",
            500, "INTERNAL_SERVER_ERROR",
            503, "SERVICE_UNAVAILABLE");

    private final CurrentReadings readings;

    SecondDialect(CurrentReadings readings) {
        this.readings = readings;
    }

    @Override
    public Answer injected(Faults faults, int status) {
        String code = faults.errorCode().isEmpty() ? CODES.getOrDefault(status, "ERROR") : faults.errorCode();
        String description = status == 429 ? "API rate limit exceeded" : "Injected by the sandbox";
        Answer answer = faults.errorShape() == ErrorShape.EMPTY
                ? Answer.empty(status)
                : Answer.of(status, ErrorBody.secondVersion(code, description));
        return status == 401 ? answer.with("WWW-Authenticate", "Bearer error=\"invalid_token\"") : answer;
    }

    @Override
    public Answer unknownUrl() {
        return Answer.of(404, ErrorBody.secondVersion("NOT_FOUND", "URL not supported"));
    }

    @Override
    public boolean tellsQuota(int status) {
        return status != 302
                && switch (readings.get().access().quotaHeaders()) {
                    case ALWAYS -> true;
                    case NOT_ON_429 -> status != 429;
                    case NEVER -> false;
                };
    }
}
