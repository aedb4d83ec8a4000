package dev.meishi.sandbox.data;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/** Changes contacts at steady rates, one batch a second. */
public final class Changes {

    private static final long SECOND = 1_000;

    /** Changes a second; a fraction of a change waits for its rest. */
    public record Rates(double inserts, double updates, double deletes) {

        /** What is due between one second and the next since the rates were set. */
        ChangeBatch.Size dueIn(long second) {
            return new ChangeBatch.Size(due(inserts, second), due(updates, second), due(deletes, second));
        }

        /** The rates by name. */
        public JsonObject toJson() {
            return new JsonObject()
                    .put("insertsPerSecond", inserts)
                    .put("updatesPerSecond", updates)
                    .put("deletesPerSecond", deletes);
        }

        private static int due(double rate, long second) {
            return (int) (Math.floor(rate * (second + 1)) - Math.floor(rate * second));
        }
    }

    private final ContactStore contacts;
    private Rates rates;
    private long second;

    /** Changes that start once {@link #start} is called. */
    public Changes(ContactStore contacts, Rates rates) {
        this.contacts = contacts;
        this.rates = rates;
    }

    /** Starts the timer, which does nothing while all rates are 0. */
    public void start(Vertx vertx) {
        vertx.setPeriodic(SECOND, timer -> {
            ChangeBatch.Size due = next();
            if (!due.isEmpty()) {
                vertx.executeBlocking(() -> contacts.change(due));
            }
        });
    }

    /** The rates in force. */
    public synchronized Rates rates() {
        return rates;
    }

    /** Replaces the rates; fractions that are left of a change are dropped. */
    public synchronized void set(Rates changed) {
        rates = changed;
        second = 0;
    }

    private synchronized ChangeBatch.Size next() {
        return rates.dueIn(second++);
    }
}
