package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.api.ErrorBody;
import dev.meishi.sandbox.api.Refusal;

/** The errors of API 2.0. */
final class Refusals {

    private Refusals() {}

    /** With any status and code. */
    static Refusal of(int status, String code, String description) {
        return new Refusal(Answer.of(status, ErrorBody.secondVersion(code, description)));
    }

    /** For a parameter that it cannot use. */
    static Refusal invalidParameter(String description) {
        return of(400, "INVALID_PARAMETER", description);
    }

    /** For something that does not exist. */
    static Refusal notFound(String description) {
        return of(404, "NOT_FOUND", description);
    }
}
