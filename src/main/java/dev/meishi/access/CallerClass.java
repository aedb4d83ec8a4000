package dev.meishi.access;

import dev.meishi.ledger.Claim;

/**
 * What callers of one kind may do.
 *
 * @param name by which it is configured
 * @param maxUpstreamCalls most calls to LINE WORKS that one operation may need
 * @param mayRefresh whether it may have answers asked for anew in place of what is kept
 * @param mayExport whether it may export lists
 */
public record CallerClass(String name, int maxUpstreamCalls, boolean mayRefresh, boolean mayExport) {

    /**
     * A caller of this class.
     *
     * @param address the client's, of IP in text; any other text is an address too
     * @return the caller
     */
    public Caller at(String address) {
        return new Caller(this, new Claim(name, Addresses.hash(address)));
    }
}
