package dev.meishi.differential;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked in both ways.
 *
 * @param number of the document within its run
 * @param text of the document
 * @param operationName null if it need not be said
 * @param variables as sent
 * @param callsAllowed most calls to LINE WORKS it may need
 */
record Question(
        int number, String text, @Nullable String operationName, Map<String, Object> variables, int callsAllowed) {

    @Override
    public String toString() {
        return "document " + number + ", again alone by -Ddifferential.seed=" + Settings.SEED
                + " -Ddifferential.document=" + number + "\n" + text + "\noperationName: " + operationName
                + "\nvariables: " + variables + "\ncalls allowed: " + callsAllowed;
    }
}
