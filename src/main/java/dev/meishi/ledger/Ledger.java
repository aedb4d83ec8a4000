package dev.meishi.ledger;

import dev.meishi.failure.Failure;
import dev.meishi.tracing.TraceSpan;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What one operation may take of LINE WORKS, and what it took: its terms, its {@linkplain CallBudget budget of calls},
 * its {@linkplain AdmissionGate admission}, and the {@linkplain UsageReport report} of the sources of its answer. It
 * goes with the operation down to every call. Safe for use by several threads.
 */
public final class Ledger {

    private final OperationTerms terms;
    private final LongSupplier nanoTime;
    private final long began;
    private final CallBudget budget;
    private final AdmissionGate admission;
    private final UsageReport usage;
    private final TraceSpan span;

    /**
     * A ledger of an operation that begins now.
     *
     * @param terms that it is carried out on
     */
    public Ledger(OperationTerms terms) {
        this(terms, System::nanoTime);
    }

    /**
     * The same by another clock.
     *
     * @param terms that it is carried out on
     * @param nanoTime nanoseconds since some moment
     */
    public Ledger(OperationTerms terms, LongSupplier nanoTime) {
        this.terms = terms;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
        this.budget = new CallBudget(terms.callsAllowed());
        this.admission = new AdmissionGate(budget);
        this.usage = new UsageReport();
        this.span = TraceSpan.NONE;
    }

    private Ledger(Ledger same, TraceSpan span) {
        this.terms = same.terms;
        this.nanoTime = same.nanoTime;
        this.began = same.began;
        this.budget = same.budget;
        this.admission = same.admission;
        this.usage = same.usage;
        this.span = span;
    }

    /**
     * The same ledger, whose calls are traced below another span.
     *
     * @param part of the work
     * @return this one, if nothing is traced
     */
    public Ledger under(TraceSpan part) {
        return part.isRecorded() ? new Ledger(this, part) : this;
    }

    /**
     * The work that its calls are a part of.
     *
     * @return {@link TraceSpan#NONE} if that is not traced
     */
    public TraceSpan span() {
        return span;
    }

    /**
     * A ledger for work without an operation around it, admitted at once.
     *
     * @param terms that it is carried out on
     * @return admitted
     */
    public static Ledger admitted(OperationTerms terms) {
        return admitted(terms, System::nanoTime);
    }

    /**
     * The same by another clock.
     *
     * @param terms that it is carried out on
     * @param nanoTime nanoseconds since some moment
     * @return admitted
     */
    public static Ledger admitted(OperationTerms terms, LongSupplier nanoTime) {
        Ledger ledger = new Ledger(terms, nanoTime);
        ledger.admission().admit();
        return ledger;
    }

    /**
     * How many calls it may make, and has made.
     *
     * @return the same each time
     */
    public CallBudget budget() {
        return budget;
    }

    /**
     * Where its fields declare the calls they need, and are admitted to them.
     *
     * @return the same each time
     */
    public AdmissionGate admission() {
        return admission;
    }

    /**
     * The sources of its answer.
     *
     * @return the same each time
     */
    public UsageReport usage() {
        return usage;
    }

    /**
     * Counts a call that is about to be made, a repeated one included.
     *
     * @throws Failure {@code LIMIT_EXCEEDED} if it is one too many, and that not only measured
     * @throws IllegalStateException if the operation is not admitted to its calls
     */
    public void call() {
        admission.requireAdmitted();
        budget.spend(admission::hint);
    }

    /**
     * Who is waiting.
     *
     * @return from the terms
     */
    public Urgency urgency() {
        return terms.urgency();
    }

    /**
     * Whose share of the quota the calls are taken from.
     *
     * @return from the terms
     */
    public Claim claim() {
        return terms.claim();
    }

    /**
     * Whether pages are read from LINE WORKS even if they are cached.
     *
     * @return from the terms
     */
    public boolean bypassesCache() {
        return terms.bypassesCache();
    }

    /**
     * Whether pages are not cached, because they are unlikely to be read again.
     *
     * @return from the terms
     */
    public boolean isUncached() {
        return terms.isUncached();
    }

    /**
     * When the operation began.
     *
     * @return its clock then, which is {@link System#nanoTime()} unless another was given
     */
    public long began() {
        return began;
    }

    /**
     * How long it is still worth waiting.
     *
     * @return what is left of the deadline, negative once it has passed
     */
    public Duration patience() {
        return terms.deadline().minusNanos(nanoTime.getAsLong() - began);
    }

    /**
     * What was estimated and what became of it.
     *
     * @return as of now: a call that is under way is counted, and its page is not there yet
     */
    public Summary summary() {
        List<CallEstimate> estimates = admission.estimates();
        UsageReport.Use use = usage.use();
        return new Summary(
                estimates,
                estimates.stream().mapToInt(CallEstimate::calls).sum(),
                atMost(estimates),
                budget.allowed(),
                budget.spent(),
                use.cached(),
                use.shared(),
                use.waited(),
                use.pages());
    }

    private static int atMost(List<CallEstimate> estimates) {
        long sum = estimates.stream().mapToLong(CallEstimate::atMost).sum();
        return (int) Math.min(sum, Integer.MAX_VALUE);
    }

    /**
     * A ledger's content.
     *
     * @param estimates of the fields, in the order they were called
     * @param planned sum of their calls
     * @param atMost the most calls they may need, without regard to what is allowed
     * @param allowed most calls allowed
     * @param calls made
     * @param cached pages served from a cache
     * @param shared pages got by calls of others
     * @param waited for the quota, over all calls
     * @param pages the first hundred used
     */
    public record Summary(
            List<CallEstimate> estimates,
            int planned,
            int atMost,
            int allowed,
            int calls,
            int cached,
            int shared,
            Duration waited,
            List<PageUse> pages) {}
}
