package dev.meishi.access;

import dev.meishi.ledger.Claim;

/**
 * What callers of one kind may do.
 *
 * @param name by which it is configured
 * @param maxUpstreamCalls the maximum number of calls to LINE WORKS for one operation
 * @param mayRefresh whether it may bypass the cache
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
