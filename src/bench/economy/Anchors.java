package economy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Takes a cursor, lets something happen just there, and goes on from it: what comes next must be what comes next in the
 * list as it is then. Only where nobody can know the place any more, CURSOR_STALE will do as well.
 */
final class Anchors {

    private static final int CONTACTS = 2_000;
    private static final int SIZE = 20;
    private static final long LONG_AGO = 1_262_271_600;

    private final Report report;
    private final Random random;
    private final List<Event> events;
    private int stale;
    private int added;

    Anchors(Report report, Options options) {
        this.report = report;
        random = new Random(options.seed());
        events = options.isBrief() ? List.of(Event.DELETED, Event.ALL_OF_IT) : List.of(Event.values());
    }

    /** What happens to the contact that a cursor stands at. */
    private enum Event {
        NOTHING,
        DELETED,
        MODIFIED,
        RENAMED,
        SEVEN_DELETED,
        FIVE_ADDED_AT_BOTH_ENDS,
        ALL_OF_IT
    }

    void run() throws Exception {
        int cases = 0;
        try (Gateway gateway = Gateway.start("anchors", CONTACTS, Map.of())) {
            for (Order order : Order.all()) {
                for (Event event : events) {
                    for (boolean backward : new boolean[] {false, true}) {
                        String what = "cursor in " + order + (backward ? ", backward, " : ", forward, ") + event;
                        report.attempt(what, () -> check(gateway, what, order, event, backward));
                        cases++;
                    }
                }
            }
        }
        report.note("%d cursors whose contact changed: %d were CURSOR_STALE where no order is left", cases, stale);
    }

    private void check(Gateway gateway, String what, Order order, Event event, boolean backward) throws Exception {
        List<Contact> list = gateway.simulator().truth(order);
        Contact contact = list.get(50 + random.nextInt(list.size() - 100));
        // Without its furigana, which this bench knows nothing of: what happens to it then is what is meant to.
        gateway.simulator().put(contact.card());
        List<Contact> before = gateway.simulator().truth(order);
        int place = Contact.ids(before).indexOf(contact.id());
        Question question = Question.of(order).wanting(Question.CURSORS);
        String cursor = cursorAt(gateway, question, before.get(place).id());
        happen(gateway.simulator(), event, before, place);
        List<Contact> after = gateway.simulator().truth(order);
        Question next = (backward ? question.last(SIZE, cursor) : question.first(SIZE, cursor)).anewOnly();
        Answer answer = gateway.ask(next);
        if ("CURSOR_STALE".equals(answer.code()) && mayBeStale(before, after, place, order.field())) {
            stale++;
            return;
        }
        Answer.Page page = answer.page();
        int rest = placeOf(before, after, place, order.field());
        boolean isThere = rest < after.size()
                && after.get(rest).id().equals(before.get(place).id());
        int from = backward ? Math.max(0, rest - SIZE) : rest + (isThere ? 1 : 0);
        int to = backward ? rest : Math.min(after.size(), from + SIZE);
        Difference difference = Difference.between(page.ids(), Contact.ids(after.subList(from, to)));
        report.hold(difference.isNone(), "%s: %s", what, difference);
        report.hold(page.hasPrevious() == from > 0, "%s: hasPreviousPage is %s", what, page.hasPrevious());
        report.hold(page.hasNext() == to < after.size(), "%s: hasNextPage is %s", what, page.hasNext());
    }

    /** The cursor of a contact, got by a walk to it. */
    private static String cursorAt(Gateway gateway, Question question, String id) throws Exception {
        String cursor = null;
        while (true) {
            Answer.Page page =
                    gateway.ask(question.first(500, cursor).anewOnly()).page();
            int place = page.ids().indexOf(id);
            if (place >= 0) {
                return page.cursors().get(place);
            }
            if (!page.hasNext()) {
                throw new IllegalStateException("A contact of the list is on no page of it");
            }
            cursor = page.end();
        }
    }

    private void happen(Simulator simulator, Event event, List<Contact> list, int place) {
        Contact contact = list.get(place);
        switch (event) {
            case NOTHING -> {}
            case DELETED -> simulator.remove(contact.id());
            case MODIFIED -> simulator.put(contact.modifiedAt(now()).card());
            case RENAMED ->
                simulator.put(contact.modifiedAt(now())
                        .named("renamed " + random.nextInt())
                        .card());
            case SEVEN_DELETED -> list.subList(place - 3, place + 4).forEach(gone -> simulator.remove(gone.id()));
            case FIVE_ADDED_AT_BOTH_ENDS -> addAtBothEnds(simulator);
            case ALL_OF_IT -> {
                addAtBothEnds(simulator);
                list.subList(place - 30, place - 20).forEach(gone -> simulator.remove(gone.id()));
                simulator.put(list.get(place - 10).modifiedAt(now()).card());
                simulator.remove(contact.id());
            }
        }
    }

    private void addAtBothEnds(Simulator simulator) {
        for (int i = 0; i < 5; i++) {
            simulator.put(new Contact("first-" + added, LONG_AGO, LONG_AGO, "\u0001\0" + added).card());
            simulator.put(new Contact("last-" + added, now(), now(), "\uffee\0" + added++).card());
        }
    }

    /** Where in the changed list the place is: at the contact if it is there still, else just after what was before it. */
    private static int placeOf(List<Contact> before, List<Contact> after, int place, Order.Field field) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < after.size(); i++) {
            places.put(after.get(i).id(), i);
        }
        for (int i = place; i >= 0; i--) {
            Integer there = places.get(before.get(i).id());
            if (there != null
                    && after.get(there).key(field).equals(before.get(i).key(field))) {
                return i == place ? there : there + 1;
            }
        }
        return 0;
    }

    /** The contact is not where it was, and its key does not say where that is: a name, or one that others share. */
    private static boolean mayBeStale(List<Contact> before, List<Contact> after, int place, Order.Field field) {
        Contact contact = before.get(place);
        Object key = contact.key(field);
        boolean isThere = after.stream()
                .anyMatch(other ->
                        other.id().equals(contact.id()) && other.key(field).equals(key));
        boolean isShared =
                before.stream().filter(other -> other.key(field).equals(key)).count() > 1;
        return !isThere && (field == Order.Field.NAME || isShared);
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }
}
