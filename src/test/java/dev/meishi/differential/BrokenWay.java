package dev.meishi.differential;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.ledger.Ledger;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A way that does one thing wrong, where that can be.
 *
 * @param correct the way that it would be without that
 * @param mutation the thing
 * @param isBroken set when the last answer is wrong
 */
record BrokenWay(Way correct, Mutation mutation, AtomicBoolean isBroken) implements Way {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public byte[] execute(PreparedOperation operation, Map<String, Object> variables, Ledger ledger) throws Exception {
        isBroken.set(false);
        ObjectNode response = (ObjectNode) JSON.readTree(correct.execute(operation, variables, ledger));
        isBroken.set(mutation.change(response));
        return JSON.writeValueAsBytes(response);
    }
}
