package dev.meishi.differential;

import dev.meishi.graphql.Documents;
import dev.meishi.graphql.PreparedOperation;
import java.util.List;
import java.util.Optional;

/**
 * Two ways to execute operations, held against each other.
 *
 * @param documents that prepare the operations
 * @param reference right by definition
 * @param underTest what must not differ from it
 */
record Comparison(Documents documents, Way reference, Way underTest) {

    /**
     * Executes a question in both ways, and once more in the one under test, from what it has kept; empty if there is no
     * telling them apart, else what to look at.
     */
    Optional<String> difference(Question question, Coverage coverage) {
        PreparedOperation operation;
        try {
            operation = documents.prepare(question.text(), question.operationName(), true);
        } catch (RuntimeException invalid) {
            return Optional.of("A document that is not valid: " + invalid.getMessage() + "\n" + question);
        }
        Outcome expected = Outcome.of(question, operation, reference);
        coverage.add(question, operation, expected);
        for (String time : List.of("found:    ", "again:    ")) {
            Outcome found = Outcome.of(question, operation, underTest);
            if (!expected.isSame(found)) {
                return Optional.of("A difference: " + question + "\n\nexpected: " + expected + "\n\n" + time + found);
            }
        }
        return Optional.empty();
    }
}
