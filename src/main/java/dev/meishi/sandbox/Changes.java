package dev.meishi.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/** Changes contacts at steady rates, one batch a second. */
final class Changes {

    private static final long SECOND = 1_000;
    private static final int MOST = 1_000;

    /** Changes a second; a fraction of a change waits for its rest. */
    record Rates(double inserts, double updates, double deletes) {

        static Rates from(JsonObject json) {
            Switches switches = new Switches(json);
            Rates rates = new Rates(
                    switches.number("insertsPerSecond", MOST),
                    switches.number("updatesPerSecond", MOST),
                    switches.number("deletesPerSecond", MOST));
            switches.refuseOthers();
            return rates;
        }

        JsonObject toJson() {
            return new JsonObject()
                    .put("insertsPerSecond", inserts)
                    .put("updatesPerSecond", updates)
                    .put("deletesPerSecond", deletes);
        }

        /** What is due between one second and the next since the rates were set. */
        ChangeBatch.Size dueIn(long second) {
            return new ChangeBatch.Size(due(inserts, second), due(updates, second), due(deletes, second));
        }

        private static int due(double rate, long second) {
            return (int) (Math.floor(rate * (second + 1)) - Math.floor(rate * second));
        }
    }

    private final ContactBook book;
    private Rates rates;
    private long second;

    Changes(ContactBook book, Rates rates) {
        this.book = book;
        this.rates = rates;
    }

    /** Starts the clockwork; it idles while all rates are 0. */
    void start(Vertx vertx) {
        vertx.setPeriodic(SECOND, timer -> {
            ChangeBatch.Size due = next();
            if (!due.isEmpty()) {
                vertx.executeBlocking(() -> book.change(due));
            }
        });
    }

    synchronized Rates rates() {
        return rates;
    }

    synchronized void set(Rates changed) {
        rates = changed;
        second = 0;
    }

    private synchronized ChangeBatch.Size next() {
        return rates.dueIn(second++);
    }
}
