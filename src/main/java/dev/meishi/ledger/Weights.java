package dev.meishi.ledger;

import java.util.Map;

/**
 * The classes of callers that share LINE WORKS's quota.
 *
 * @param byCallers each class by its name, with its weight, at least 1: of two classes that want more than there is, one of
 *     weight 2 gets twice as much as one of weight 1
 */
public record Weights(Map<String, Integer> byCallers) {

    /** As they are from now on. */
    public Weights {
        byCallers = Map.copyOf(byCallers);
    }
}
