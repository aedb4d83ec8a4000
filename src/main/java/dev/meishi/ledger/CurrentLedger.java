package dev.meishi.ledger;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;

/** Where a resolver finds the ledger of its operation: in the scope of the request. */
@RequestScoped
public class CurrentLedger {

    private Ledger ledger = new Ledger(Terms.background(Duration.ZERO));

    /**
     * Begins a ledger's operation in this scope.
     *
     * @param begun the operation's ledger
     */
    public void begin(Ledger begun) {
        ledger = begun;
    }

    /**
     * The ledger of the operation under way.
     *
     * @return to be kept by who goes on asynchronously; one that never admits anything if none was begun
     */
    public Ledger get() {
        return ledger;
    }
}
