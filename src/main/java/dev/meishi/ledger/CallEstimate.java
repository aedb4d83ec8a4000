package dev.meishi.ledger;

/**
 * How many calls to LINE WORKS a field may need, said before its first one.
 *
 * @param field the field's name
 * @param calls it is known to need beyond what is cached, or fewer if it is lucky
 * @param atMost the most calls it may need, as only the answers of LINE WORKS show; {@code calls} or more
 * @param how in words, with what it was chosen over; empty where there is nothing to choose
 * @param hint how to need fewer, a sentence; empty if there is no way
 */
public record CallEstimate(String field, int calls, int atMost, String how, String hint) {

    /**
     * An estimate that is exact.
     *
     * @param field the field's name
     * @param calls most calls it may need beyond what is cached
     * @param how in words, with what it was chosen over; empty where there is nothing to choose
     * @param hint how to need fewer, a sentence; empty if there is no way
     */
    public CallEstimate(String field, int calls, String how, String hint) {
        this(field, calls, calls, how, hint);
    }

    /**
     * The calls of two ways, the second of which may be gone after the first.
     *
     * @param other that may follow
     * @return the sum, in the words of this one
     */
    public CallEstimate and(CallEstimate other) {
        return new CallEstimate(field, calls + other.calls, atMost + other.atMost, how, hint);
    }
}
