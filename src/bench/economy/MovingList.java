package economy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Walks through lists that change all the while, at least five contacts inserted, updated and deleted a second. Changes
 * come between pages, where the seed says, and not by the clock: so a run can be repeated.
 *
 * <p>Of a walk has to be found what the list had when the gateway was started and still has when the walk is over, and
 * whose place in the order has not changed; the start counts, not the walk's own, because pages kept from then may be used.
 */
final class MovingList implements Show {

    private static final int CHANGES = 5;
    private static final int MOST_RESTARTS = 2;
    /** Of a list by name the first and the last 50,000 are all that can be reached. */
    private static final int MOST_BY_NAME = 90_000;

    @Override
    public String number() {
        return "3";
    }

    @Override
    public String title() {
        return "Walks while the list changes";
    }

    @Override
    public void run(Options options, Report report) throws Exception {
        report.row("", "contacts", "to be found", "pages", "calls", "changes/s", "restarts", "short pages", "seconds");
        if (options.isBrief()) {
            walks(
                    options,
                    report,
                    List.of(
                            new Direction(Order.Field.CREATION_TIME, false, false),
                            new Direction(Order.Field.MODIFICATION_TIME, true, true),
                            new Direction(Order.Field.NAME, false, false)));
        } else {
            for (Order.Field field : Order.Field.values()) {
                walks(options, report, Direction.all(field));
            }
            beyondReach(report);
        }
        report.attempt("cursors whose contact changes", () -> new Anchors(report, options).run());
    }

    /** Which way a walk goes. */
    private record Direction(Order.Field field, boolean descending, boolean backward) {

        static List<Direction> all(Order.Field field) {
            return List.of(
                    new Direction(field, false, false),
                    new Direction(field, false, true),
                    new Direction(field, true, false),
                    new Direction(field, true, true));
        }

        Order order() {
            return new Order(field, descending);
        }

        @Override
        public String toString() {
            return order() + (backward ? " backward" : " forward");
        }
    }

    /** Walks one after the other through the list of one gateway. */
    private static void walks(Options options, Report report, List<Direction> directions) throws Exception {
        boolean isByName = directions.stream().anyMatch(direction -> direction.field() == Order.Field.NAME);
        int contacts = isByName ? Math.min(options.contacts(), MOST_BY_NAME) : options.contacts();
        try (Gateway gateway = Gateway.start("walks-" + directions.get(0).field(), contacts, Map.of())) {
            Run run = new Run(gateway, report, options);
            for (Direction direction : directions) {
                report.attempt(direction.toString(), () -> run.walk(direction));
            }
        }
    }

    /** One gateway and all that has happened to its contacts. */
    private static final class Run {
        private final Gateway gateway;
        private final Report report;
        private final Options options;
        private final Map<String, Contact> start = new HashMap<>();
        private final Set<String> inserted = new HashSet<>();
        private final Set<String> updated = new HashSet<>();
        private int batches;

        Run(Gateway gateway, Report report, Options options) {
            this.gateway = gateway;
            this.report = report;
            this.options = options;
            gateway.simulator().truth(Order.DEFAULT).forEach(contact -> start.put(contact.id(), contact));
        }

        void walk(Direction direction) throws Exception {
            String what = direction.toString();
            Order order = direction.order();
            Random random = new Random(options.seed() * 31 + what.hashCode());
            Runnable changes = () -> {
                if (random.nextBoolean()) {
                    Simulator.Batch batch = gateway.simulator().change(CHANGES, CHANGES, CHANGES);
                    inserted.addAll(batch.inserted());
                    updated.addAll(batch.updated());
                    batches++;
                }
            };
            batches = 0;
            long calls = gateway.simulator().listCalls();
            long began = System.nanoTime();
            Walk.Found found = new Walk(Question.of(order), direction.backward(), sizes(random), changes)
                    .walk(gateway, start.size() / 20 * 2);
            double seconds = (System.nanoTime() - began) / 1e9;
            double rate = batches * CHANGES / seconds;
            calls = gateway.simulator().listCalls() - calls;
            List<String> expected = expected(order);
            report.row(
                    what,
                    start.size(),
                    expected.size(),
                    found.pages(),
                    calls,
                    String.format("%.0f", rate),
                    found.restarts(),
                    found.shortPages(),
                    String.format("%.1f", seconds));
            if (found.end() != null) {
                report.hold(
                        false,
                        "%s: ended after %,d contacts by %s",
                        what,
                        found.ids().size(),
                        found.end().getMessage());
                return;
            }
            Set<String> possible = new HashSet<>(inserted);
            possible.addAll(start.keySet());
            Set<String> repeated = order.field() == Order.Field.CREATION_TIME ? Set.of() : updated;
            Difference difference = Difference.between(found.ids(), expected, possible, repeated);
            report.hold(difference.isNone(), "%s: %s", what, difference);
            report.hold(found.oddities().isEmpty(), "%s: %s", what, found.oddities());
            report.hold(found.restarts() <= MOST_RESTARTS, "%s: %d times CURSOR_STALE", what, found.restarts());
            report.hold(rate >= CHANGES, "%s: only %.1f inserts, updates and deletes a second", what, rate);
            report.hold(seconds <= options.seconds(), "%s: took %.0f seconds", what, seconds);
        }

        /** Pages of 500, 100 and 20 by lot. */
        private IntSupplier sizes(Random random) {
            return () -> {
                int lot = random.nextInt(100);
                return lot < (options.isBrief() ? 90 : 60) ? 500 : lot < (options.isBrief() ? 95 : 85) ? 100 : 20;
            };
        }

        private List<String> expected(Order order) {
            List<Contact> now = gateway.simulator().truth(order);
            Predicate<Contact> stayed = contact -> start.containsKey(contact.id())
                    && start.get(contact.id()).key(order.field()).equals(contact.key(order.field()))
                    && (order.field() != Order.Field.MODIFICATION_TIME || !updated.contains(contact.id()));
            return now.stream().filter(stayed).map(Contact::id).collect(Collectors.toCollection(ArrayList::new));
        }
    }

    /** The middle of a list by name of more than 100,000 cannot be had: that is said, and nobody takes it for the end. */
    private static void beyondReach(Report report) throws Exception {
        try (Gateway gateway = Gateway.start("walks-beyond", 101_000, Map.of())) {
            for (boolean backward : new boolean[] {false, true}) {
                String what = "NAME ASC " + (backward ? "backward" : "forward") + ", no changes";
                report.attempt(what, () -> {
                    Order order = new Order(Order.Field.NAME, false);
                    List<String> truth = Contact.ids(gateway.simulator().truth(order));
                    long calls = gateway.simulator().listCalls();
                    Walk.Found found =
                            Walk.of(Question.of(order), backward, 500).walk(gateway, 300);
                    calls = gateway.simulator().listCalls() - calls;
                    int count = found.ids().size();
                    report.row(
                            what, truth.size(), 50_000, found.pages(), calls, "", found.restarts(), found.shortPages());
                    report.hold(
                            found.end() != null && found.end().code().equals("RESULT_WINDOW_EXCEEDED"),
                            "%s: after %,d contacts it ends with %s",
                            what,
                            count,
                            found.end() == null ? "no error" : found.end().getMessage());
                    report.hold(count >= 49_500, "%s: only %,d contacts could be had", what, count);
                    List<String> reachable = backward
                            ? truth.subList(truth.size() - Math.min(count, truth.size()), truth.size())
                            : truth.subList(0, Math.min(count, truth.size()));
                    Difference difference = Difference.between(found.ids(), reachable);
                    report.hold(difference.isNone(), "%s: %s", what, difference);
                });
            }
        }
    }
}
