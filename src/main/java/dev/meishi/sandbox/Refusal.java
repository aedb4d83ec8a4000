package dev.meishi.sandbox;

/** A request that gets an error for an answer. */
final class Refusal extends RuntimeException {

    private final transient Answer answer;

    Refusal(Answer answer) {
        super(answer.body().encode(), null, false, false);
        this.answer = answer;
    }

    /** The contact service's answer to a parameter it cannot use. */
    static Refusal invalidParameter(String message) {
        return new Refusal(Answer.of(400, ErrorShape.SERVICE.body(400, "INVALID_PARAMETER", message)));
    }

    static Refusal notFound(String message) {
        return new Refusal(Answer.of(404, ErrorShape.SERVICE.body(404, "NOT_FOUND", message)));
    }

    Answer answer() {
        return answer;
    }
}
