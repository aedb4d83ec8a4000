package dev.meishi.sandbox;

import java.time.Clock;
import java.util.Map;

/** What awaits the calls of one operation: its faults, its share of chance and its rate limit. */
final class Lane {

    private final Seed seed;
    private final Operation operation;
    private final Clock clock;
    private Faults faults;
    private Dice dice;
    private RateWindow window;

    Lane(Seed seed, Operation operation, Faults faults, Clock clock) {
        this.seed = seed;
        this.operation = operation;
        this.clock = clock;
        this.faults = faults;
        dice = seed.dice("faults", operation.title().hashCode(), 0);
        window = new RateWindow(faults.rateLimitPerMinute());
    }

    synchronized Faults faults() {
        return faults;
    }

    /** Sets the faults and starts chance and rate limit afresh, so that a run can be repeated. */
    synchronized void set(Faults changed) {
        faults = changed;
        dice = seed.dice("faults", operation.title().hashCode(), 0);
        window = new RateWindow(changed.rateLimitPerMinute());
    }

    /** What happens to the next call. Every call draws the same quantity of numbers, whatever the faults are. */
    synchronized Turn next() {
        return new Turn(
                faults,
                window.take(clock.millis()),
                dice.chance(faults.hang()),
                error(dice.fraction()),
                tampering(
                        dice.chance(faults.cut()),
                        dice.chance(faults.malformed()),
                        dice.chance(faults.wrongContentType())),
                dice.chance(faults.truncatedPage()));
    }

    private int error(double drawn) {
        double left = drawn;
        for (Map.Entry<Integer, Double> rate : faults.errors().entrySet()) {
            if (left < rate.getValue()) {
                return rate.getKey();
            }
            left -= rate.getValue();
        }
        return Turn.NO_ERROR;
    }

    private static Turn.Tampering tampering(boolean cut, boolean malformed, boolean wrongContentType) {
        if (cut) {
            return Turn.Tampering.CUT;
        }
        if (malformed) {
            return Turn.Tampering.MALFORMED;
        }
        return wrongContentType ? Turn.Tampering.WRONG_CONTENT_TYPE : Turn.Tampering.NONE;
    }
}
