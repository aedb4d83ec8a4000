package dev.meishi.ledger;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one operation may take of LINE WORKS, and what it took. Its fields first say how many calls they may need; when
 * all have said so the operation is either let go on or refused as a whole, before the first call. Safe for use by
 * several threads.
 */
public final class Ledger {

    /** Most pages and notes that are remembered of one operation; the counts go on. */
    private static final int MOST_REMEMBERED = 100;

    private final Terms terms;
    private final long began = System.nanoTime();
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private final List<PageUse> pages = new ArrayList<>();
    private final List<Extra> extras = new ArrayList<>();
    private boolean isAdmitted;
    private int planned;
    private int calls;
    private int kept;
    private int shared;
    private Duration waited = Duration.ZERO;
    private Duration oldest = Duration.ZERO;
    private boolean isStale;
    private boolean areObjectsCached;
    private boolean isOnlyMeasured;

    /**
     * What a field may need.
     *
     * @param field the field's name
     * @param calls to LINE WORKS it is known to need beyond what is at hand, or fewer if it is lucky
     * @param atMost most calls it may come to need, which only what LINE WORKS answers tells; {@code calls} or more
     * @param how in words, with what it was chosen over; empty where there is nothing to choose
     * @param hint how to need fewer, a sentence; empty if there is no way
     */
    public record Plan(String field, int calls, int atMost, String how, String hint) {

        /**
         * A plan whose calls are known.
         *
         * @param field the field's name
         * @param calls most calls to LINE WORKS it may need beyond what is at hand
         * @param how in words, with what it was chosen over; empty where there is nothing to choose
         * @param hint how to need fewer, a sentence; empty if there is no way
         */
        public Plan(String field, int calls, String how, String hint) {
            this(field, calls, calls, how, hint);
        }
    }

    /** A part of an answer that is left out where the calls allowed are not enough for all of it. */
    public static final class Extra {

        private final Plan plan;
        private volatile boolean isAdmitted;

        private Extra(Plan plan) {
            this.plan = plan;
        }

        /**
         * What it may need.
         *
         * @return its plan
         */
        public Plan plan() {
            return plan;
        }

        /**
         * Whether it may be made; decided when the operation is admitted.
         *
         * @return false if the rest of the operation left too little
         */
        public boolean isAdmitted() {
            return isAdmitted;
        }
    }

    /**
     * How old an answer is that is not made of new calls alone.
     *
     * @param age of its oldest part
     * @param isStale whether a part is older than it should be
     */
    public record Age(Duration age, boolean isStale) {}

    /**
     * A ledger of an operation that begins now.
     *
     * @param terms that it is carried out on
     */
    public Ledger(Terms terms) {
        this.terms = terms;
    }

    /**
     * A ledger for work without an operation around it, admitted at once.
     *
     * @param terms that it is carried out on
     * @return admitted
     */
    public static Ledger admitted(Terms terms) {
        Ledger ledger = new Ledger(terms);
        ledger.admit();
        return ledger;
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
     * Whether what is kept is of no use to the caller.
     *
     * @return from the terms
     */
    public boolean isFreshWanted() {
        return terms.isFreshWanted();
    }

    /**
     * Whether nobody will ask for the same again.
     *
     * @return from the terms
     */
    public boolean isPassing() {
        return terms.isPassing();
    }

    /**
     * When the operation began.
     *
     * @return {@link System#nanoTime()} then
     */
    public long began() {
        return began;
    }

    /**
     * How many more calls it may make.
     *
     * @return what is allowed less what was made; {@link Integer#MAX_VALUE} if that is only measured
     */
    public synchronized int callsLeft() {
        return isOnlyMeasured ? Integer.MAX_VALUE : Math.max(0, terms.callsAllowed() - calls);
    }

    /**
     * How long it is still worth waiting.
     *
     * @return what is left of the deadline, negative once it has passed
     */
    public Duration patience() {
        return terms.deadline().minusNanos(System.nanoTime() - began);
    }

    /**
     * To be waited for by a field before its first call.
     *
     * @param plan what it may need
     * @return completes when the whole operation is admitted, at once if it is already
     */
    public Uni<Void> planned(Plan plan) {
        synchronized (this) {
            plans.add(plan);
            planned += plan.calls();
        }
        return Uni.createFrom().emitter(field -> whenAdmitted(() -> field.complete(null)));
    }

    private void whenAdmitted(Runnable field) {
        synchronized (this) {
            if (!isAdmitted) {
                waiting.add(field);
                return;
            }
        }
        field.run();
    }

    /**
     * To be said by a field, before {@link #planned}, of a part that it can do without.
     *
     * @param plan what that part may need beside the field's own plan
     * @return tells later whether it may be made
     */
    public synchronized Extra extra(Plan plan) {
        Extra extra = new Extra(plan);
        if (isAdmitted) {
            admit(extra);
        } else {
            extras.add(extra);
        }
        return extra;
    }

    private void admit(Extra extra) {
        int calls = extra.plan().calls();
        if (isOnlyMeasured || (long) planned + calls <= terms.callsAllowed()) {
            plans.add(extra.plan());
            planned += calls;
            extra.isAdmitted = true;
        }
    }

    /**
     * All fields have said what they need, and may go on, in the order in which they came; of what they can do without as
     * much is made as is allowed.
     */
    public void admit() {
        List<Runnable> admitted;
        synchronized (this) {
            extras.forEach(this::admit);
            extras.clear();
            isAdmitted = true;
            admitted = List.copyOf(waiting);
            waiting.clear();
        }
        admitted.forEach(Runnable::run);
    }

    /** The calls allowed are not to be enforced: they are counted all the same. */
    public synchronized void measureOnly() {
        isOnlyMeasured = true;
    }

    /**
     * Calls that the fields are known to need.
     *
     * @return the sum of the plans
     */
    public synchronized int plannedCalls() {
        return planned;
    }

    /**
     * Most calls it may need.
     *
     * @return from the terms
     */
    public int callsAllowed() {
        return terms.callsAllowed();
    }

    /**
     * To be said before each call, a repeated one included.
     *
     * @throws Failure {@code LIMIT_EXCEEDED} if it is one too many, and that not only measured
     */
    public synchronized void call() {
        if (calls >= terms.callsAllowed() && !isOnlyMeasured) {
            throw new Failure(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The operation has made the " + terms.callsAllowed()
                            + " calls to LINE WORKS that it may make, and needs more. " + hint());
        }
        calls++;
    }

    /** How to need fewer, from a plan that could not tell how many it needs. */
    private String hint() {
        return plans.stream()
                .filter(plan -> plan.atMost() > plan.calls() && !plan.hint().isEmpty())
                .map(Plan::hint)
                .findFirst()
                .orElse("Ask for less at once.");
    }

    /**
     * Time spent waiting for the quota.
     *
     * @param wait of one call
     */
    public synchronized void waited(Duration wait) {
        waited = waited.plus(wait);
    }

    /**
     * A page was used for the answer.
     *
     * @param page which, and where it came from
     */
    public synchronized void used(PageUse page) {
        note(page);
        areObjectsCached |= page.from() != Provenance.CALL && page.from() != Provenance.SHARED;
    }

    /**
     * A list was used to look something up in, such as names; nothing of it is in the answer as an object of its own.
     *
     * @param list which, and where it came from
     */
    public synchronized void lookedUp(PageUse list) {
        note(list);
    }

    /**
     * Whether objects of the answer come from a cache, so that they are in answers to others too.
     *
     * @return false if all of them are new
     */
    public synchronized boolean areObjectsCached() {
        return areObjectsCached;
    }

    private void note(PageUse page) {
        if (pages.size() < MOST_REMEMBERED) {
            pages.add(page);
        }
        switch (page.from()) {
            case CALL -> {}
            case SHARED -> shared++;
            case FRESH, STALE, STALE_IF_ERROR -> {
                kept++;
                oldest = oldest.compareTo(page.age()) < 0 ? page.age() : oldest;
                isStale |= page.from() != Provenance.FRESH;
            }
        }
    }

    /**
     * How old the answer is.
     *
     * @return empty if all of it was asked for anew
     */
    public synchronized Optional<Age> age() {
        return kept == 0 ? Optional.empty() : Optional.of(new Age(oldest, isStale));
    }

    /**
     * What was planned and what became of it.
     *
     * @return as of now
     */
    public synchronized Summary summary() {
        return new Summary(
                List.copyOf(plans),
                planned,
                atMost(),
                terms.callsAllowed(),
                calls,
                kept,
                shared,
                waited,
                List.copyOf(pages));
    }

    private int atMost() {
        long sum = plans.stream().mapToLong(Plan::atMost).sum();
        return (int) Math.min(sum, Integer.MAX_VALUE);
    }

    /**
     * A ledger's content.
     *
     * @param plans of the fields, in the order they were called
     * @param planned sum of their calls
     * @param atMost most calls they may come to need, without regard to what is allowed
     * @param allowed most calls allowed
     * @param calls made
     * @param kept pages served from what was at hand
     * @param shared pages got by calls of others
     * @param waited for the quota, over all calls
     * @param pages the first hundred used
     */
    public record Summary(
            List<Plan> plans,
            int planned,
            int atMost,
            int allowed,
            int calls,
            int kept,
            int shared,
            Duration waited,
            List<PageUse> pages) {}
}
