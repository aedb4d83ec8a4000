package dev.meishi.doctor;

import dev.meishi.lineworks.probe.Granted;
import java.util.List;

/**
 * What an examination has found. It has no secret, no id and nothing of a person.
 *
 * @param api number of the API
 * @param settings of the connection
 * @param granted the permission to call
 * @param mostCalls that were announced
 * @param calls in their order
 * @param notCalled operations that are never called, with the reasons
 * @param findings problems and notes
 */
public record Report(
        String api,
        List<Setting> settings,
        Granted granted,
        int mostCalls,
        List<CallResult> calls,
        List<String> notCalled,
        List<Finding> findings) {

    /** The exit code where the process could not start. */
    static final int WRONG_SETTINGS = 2;

    /**
     * What the process ends with.
     *
     * @return 0 if there is no problem, else 1
     */
    public int exitCode() {
        return findings.stream().anyMatch(Finding::isProblem) ? 1 : 0;
    }
}
