package dev.meishi.ledger;

import dev.meishi.tracing.TraceSpan;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;

/** Where a resolver finds the ledger of its operation: in the scope of the request. */
@RequestScoped
public class CurrentLedger {

    private static final OperationTerms UNTOLD =
            new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(30), Integer.MAX_VALUE, false);

    private Ledger ledger = Ledger.admitted(UNTOLD);

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
     * @return to be handed on by what goes on asynchronously; if none was begun, one that is admitted, interactive, without a
     *     limit of calls and for 30 seconds
     */
    public Ledger get() {
        return ledger.span().isRecorded() ? ledger.under(TraceSpan.current()) : ledger;
    }
}
