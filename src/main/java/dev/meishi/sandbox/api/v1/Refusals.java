package dev.meishi.sandbox.api.v1;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.api.ErrorBody;
import dev.meishi.sandbox.api.Refusal;

/** The errors of the contact service of API 1.0. */
final class Refusals {

    private Refusals() {}

    /** For a parameter that it cannot use. */
    static Refusal invalidParameter(String message) {
        return new Refusal(Answer.of(400, ErrorBody.service("INVALID_PARAMETER", message)));
    }

    /** For something that does not exist. */
    static Refusal notFound(String message) {
        return new Refusal(Answer.of(404, ErrorBody.service("NOT_FOUND", message)));
    }
}
