package dev.meishi.differential;

import dev.meishi.graphql.PreparedOperation;
import dev.meishi.ledger.Ledger;
import java.util.Map;

/** One of the ways to execute an operation. */
@FunctionalInterface
interface Way {

    /**
     * Executes an operation.
     *
     * @param operation valid
     * @param variables as sent
     * @param ledger what it may take of LINE WORKS, new
     * @return the response's JSON
     * @throws Exception if there is no response, which is a defect
     */
    byte[] execute(PreparedOperation operation, Map<String, Object> variables, Ledger ledger) throws Exception;
}
