package dev.meishi.sandbox.api;

/** A request that gets an error for an answer. */
public final class Refusal extends RuntimeException {

    private final transient Answer answer;

    /**
     * With this answer.
     *
     * @param answer an error
     */
    public Refusal(Answer answer) {
        super(answer.content().toString(), null, false, false);
        this.answer = answer;
    }

    /** The answer that the request gets. */
    public Answer answer() {
        return answer;
    }
}
