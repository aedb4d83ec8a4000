package dev.meishi.ledger;

/**
 * Whose share of LINE WORKS's quota a call is taken from.
 *
 * @param callers name of the class of callers
 * @param client hash of the client's address; equal for all whose address is the same, such as all behind one proxy
 */
public record Claim(String callers, int client) {

    /** Of work that no caller waits for, and of calls without an operation around them. */
    public static final Claim NOBODY = new Claim("", 0);
}
