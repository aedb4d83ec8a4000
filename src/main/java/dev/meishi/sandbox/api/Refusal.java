package dev.meishi.sandbox.api;

/** A request that gets an error for an answer. */
public final class Refusal extends RuntimeException {

    private final transient Answer answer;

    Refusal(Answer answer) {
        super(answer.body().encode(), null, false, false);
        this.answer = answer;
    }

    /** The contact service's answer to a parameter it cannot use. */
    static Refusal invalidParameter(String message) {
        return new Refusal(Answer.of(400, ErrorBody.service("INVALID_PARAMETER", message)));
    }

    static Refusal notFound(String message) {
        return new Refusal(Answer.of(404, ErrorBody.service("NOT_FOUND", message)));
    }

    /** The answer that the request gets. */
    public Answer answer() {
        return answer;
    }
}
