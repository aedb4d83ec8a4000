package dev.meishi.lineworks.probe;

import java.util.List;
import java.util.Map;

/**
 * One call of one operation.
 *
 * @param operation method and path as the vendor's pages write them, without any id
 * @param path the same with names in braces, each replaced by what an earlier call has found
 * @param parameters of the query; a value may be a name in braces too
 * @param scopes any of which allows it; none where the API has no scopes
 * @param unlocks what of the schema needs it
 * @param isRequired whether the gateway is of no use without it
 * @param finds by name, the pointers to the first value that later calls need
 * @param expected of its answer
 */
public record Probe(
        String operation,
        String path,
        Map<String, String> parameters,
        List<String> scopes,
        String unlocks,
        boolean isRequired,
        Map<String, String> finds,
        Expected expected) {

    /**
     * One whose address is its path.
     *
     * @param path with names in braces
     * @param parameters of the query
     * @param expected of its answer
     * @return one that needs no scope, is optional and finds nothing
     */
    public static Probe get(String path, Map<String, String> parameters, Expected expected) {
        return new Probe("GET " + path, path, parameters, List.of(), "", false, Map.of(), expected);
    }

    /**
     * The same one as another call of its operation.
     *
     * @param text how the operation is called in reports
     * @return the same, except for the name
     */
    public Probe named(String text) {
        return new Probe(text, path, parameters, scopes, unlocks, isRequired, finds, expected);
    }

    /**
     * The same one where scopes are needed.
     *
     * @param anyOf any of which is enough
     * @return the same, except for the scopes
     */
    public Probe allowedBy(List<String> anyOf) {
        return new Probe(operation, path, parameters, anyOf, unlocks, isRequired, finds, expected);
    }

    /**
     * The same one with what it is for.
     *
     * @param what of the schema
     * @return the same, except for that
     */
    public Probe unlocking(String what) {
        return new Probe(operation, path, parameters, scopes, what, isRequired, finds, expected);
    }

    /**
     * The same one, without which the gateway is of no use.
     *
     * @return the same, but required
     */
    public Probe required() {
        return new Probe(operation, path, parameters, scopes, unlocks, true, finds, expected);
    }

    /**
     * The same one, whose answer later calls need.
     *
     * @param pointers by name; a star stands for each element of an array
     * @return the same, except for what it finds
     */
    public Probe finding(Map<String, String> pointers) {
        return new Probe(operation, path, parameters, scopes, unlocks, isRequired, pointers, expected);
    }
}
