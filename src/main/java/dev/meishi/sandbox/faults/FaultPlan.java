package dev.meishi.sandbox.faults;

import java.time.Clock;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** The faults of one operation, drawn for each call, and its rate limit. */
public final class FaultPlan {

    private final Supplier<DoubleSupplier> chance;
    private final Clock clock;
    private Faults faults;
    private DoubleSupplier random;
    private RateWindow window;

    /**
     * A plan that starts with some faults.
     *
     * @param faults the faults until others are set
     * @param chance gives the same sequence of numbers from 0 inclusive to 1 exclusive each time
     * @param clock the time of the rate limit
     */
    public FaultPlan(Faults faults, Supplier<DoubleSupplier> chance, Clock clock) {
        this.chance = chance;
        this.clock = clock;
        this.faults = faults;
        random = chance.get();
        window = new RateWindow(faults.rateLimitPerMinute());
    }

    synchronized Faults faults() {
        return faults;
    }

    /** Sets the faults and starts chance and rate limit afresh, so that a run can be repeated. */
    synchronized void set(Faults changed) {
        faults = changed;
        random = chance.get();
        window = new RateWindow(changed.rateLimitPerMinute());
    }

    /** What happens to the next call. Every call draws the same quantity of numbers, whatever the faults are. */
    public synchronized DrawnFaults next() {
        return new DrawnFaults(
                faults,
                window.take(clock.millis()),
                isDrawn(faults.hang()),
                error(random.getAsDouble()),
                tampering(isDrawn(faults.cut()), isDrawn(faults.malformed()), isDrawn(faults.wrongContentType())),
                isDrawn(faults.truncatedPage()));
    }

    private boolean isDrawn(double rate) {
        return random.getAsDouble() < rate;
    }

    private int error(double drawn) {
        double left = drawn;
        for (Map.Entry<Integer, Double> rate : faults.errors().entrySet()) {
            if (left < rate.getValue()) {
                return rate.getKey();
            }
            left -= rate.getValue();
        }
        return DrawnFaults.NO_ERROR;
    }

    private static DrawnFaults.Tampering tampering(boolean cut, boolean malformed, boolean wrongContentType) {
        if (cut) {
            return DrawnFaults.Tampering.CUT;
        }
        if (malformed) {
            return DrawnFaults.Tampering.MALFORMED;
        }
        return wrongContentType ? DrawnFaults.Tampering.WRONG_CONTENT_TYPE : DrawnFaults.Tampering.NONE;
    }
}
