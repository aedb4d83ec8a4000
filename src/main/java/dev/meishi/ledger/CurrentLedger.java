package dev.meishi.ledger;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;

/** Where a resolver finds the ledger of its operation: in the scope of the request. */
@RequestScoped
public class CurrentLedger {

    /** For work without an operation around it: as an operation has by default, without a limit of calls. */
    private Ledger ledger =
            Ledger.admitted(new Terms(Urgency.INTERACTIVE, Duration.ofSeconds(30), Integer.MAX_VALUE, false));

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
     * @return to be kept by who goes on asynchronously; one that allows everything if none was begun
     */
    public Ledger get() {
        return ledger;
    }
}
