package economy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spans of creation and modification time of any length, held against a scan of all contacts. */
final class DateSpans implements Show {

    private static final long DAY = 86_400;
    private static final ZoneOffset TOKYO = ZoneOffset.ofHours(9);
    private static final int MOST_COUNTED = 50_000;

    @Override
    public String number() {
        return "4";
    }

    @Override
    public String title() {
        return "createdBetween and modifiedBetween of any length";
    }

    @Override
    public void run(Options options, Report report) throws Exception {
        int contacts = options.isBrief() ? 10_000 : 60_000;
        try (Gateway gateway = Gateway.start("spans", contacts, Map.of())) {
            Run run = new Run(gateway, report);
            long middle = seconds("2023-05-10T12:00:00+09:00");
            run.addSeams(middle);
            report.row("", "contacts", "windows", "planned", "at most", "calls", "last", "counted", "walked", "how");
            for (Order.Field field : List.of(Order.Field.CREATION_TIME, Order.Field.MODIFICATION_TIME)) {
                for (long days : new long[] {0, 1, 7, 8, 30, 365, 3653}) {
                    long from = days > 2000 ? seconds("2017-01-01T00:00:00+09:00") : middle;
                    Span span = new Span(from, from + days * DAY, TOKYO);
                    run.check(field, span, new Order(field, false), Map.of());
                    run.check(field, span, new Order(field, true), Map.of());
                }
                if (!options.isBrief()) {
                    run.edges(field, middle);
                    run.others(field, middle);
                }
            }
        }
    }

    /** One gateway, and all its contacts by both times. */
    private static final class Run {
        private final Gateway gateway;
        private final Report report;
        private final Map<String, List<Contact>> truths = new HashMap<>();

        Run(Gateway gateway, Report report) {
            this.gateway = gateway;
            this.report = report;
        }

        /** Puts contacts exactly at the ends of spans, a second beside them, and many into one second. */
        void addSeams(long from) {
            int added = 0;
            for (long days : new long[] {0, 1, 7, 8, 14, 21, 30, 365}) {
                for (long second = -1; second <= 1; second++) {
                    int count = days == 7 && second == 0 ? 30 : 2;
                    for (int i = 0; i < count; i++) {
                        long time = from + days * DAY + second;
                        String id = "seam-" + added++;
                        gateway.simulator().put(new Contact(id, time, time, "Seam\0" + id).card());
                    }
                }
            }
        }

        /** Ends a second earlier and later, other offsets, fractions of a second, nothing at all. */
        void edges(Order.Field field, long from) {
            Order order = new Order(field, false);
            for (long days : new long[] {7, 8, 14}) {
                for (long second = -1; second <= 1; second++) {
                    check(field, new Span(from + second, from + days * DAY, TOKYO), order, Map.of());
                    check(field, new Span(from, from + days * DAY + second, TOKYO), order, Map.of());
                }
            }
            check(field, new Span(from, from + 8 * DAY, ZoneOffset.UTC), order, Map.of());
            check(field, new Span(from, from + 8 * DAY, ZoneOffset.ofHoursMinutes(-5, -30)), order, Map.of());
            check(field, new Span(from - 20_000 * DAY, from - 10_000 * DAY, TOKYO), order, Map.of());
            check(field, new Span(from + 1500 * DAY, from + 9000 * DAY, TOKYO), order, Map.of());
            fractions(field, from);
        }

        /** Together with other conditions, and in other orders. */
        void others(Order.Field field, long from) {
            Span month = new Span(from, from + 30 * DAY, TOKYO);
            Span year = new Span(from, from + 365 * DAY, TOKYO);
            for (Span span : List.of(month, year)) {
                check(field, span, new Order(field, false), Map.of("userId", "account7@example.com"));
                check(field, span, new Order(field, true), Map.of("open", "false"));
            }
            for (Order order : Order.all()) {
                if (order.field() != field) {
                    check(field, month, order, Map.of());
                }
            }
        }

        void check(Order.Field field, Span span, Order order, Map<String, String> more) {
            String own = order.field() == field ? order.direction() : order.toString();
            String what = String.format(
                    "%s %,d days %s%s",
                    field == Order.Field.CREATION_TIME ? "created" : "modified",
                    span.days(),
                    own,
                    more.isEmpty() ? "" : " " + more);
            report.attempt(what, () -> compare(what, field, span, order, more));
        }

        private void compare(String what, Order.Field field, Span span, Order order, Map<String, String> more)
                throws Exception {
            List<String> expected = scan(field, span, order, more);
            Question question = Question.of(order).filter(filter(field, span, more));
            Simulator simulator = gateway.simulator();
            long calls = simulator.listCalls();
            Answer first = gateway.ask(question.first(20, null).anewOnly());
            first.page();
            long firstCalls = simulator.listCalls() - calls;
            Answer last = gateway.ask(question.last(20, null).anewOnly());
            long lastCalls = simulator.listCalls() - calls - firstCalls;
            Answer counted = gateway.ask(question.wanting("totalCount totalCountPrecision " + Question.IDS)
                    .first(20, null)
                    .anewOnly());
            long countCalls = simulator.listCalls() - calls - firstCalls - lastCalls;
            Walk.Found found = Walk.of(question, false, 500).walk(gateway, 400);
            long walkCalls = simulator.listCalls() - calls - firstCalls - lastCalls - countCalls;
            report.row(
                    what,
                    expected.size(),
                    span.windows(),
                    Json.number(first.plan(), "calls", "planned"),
                    Json.number(first.plan(), "calls", "atMost"),
                    firstCalls,
                    lastCalls,
                    countCalls,
                    walkCalls,
                    String.join("; ", hows(first)));
            page(what + ", first: 20", first.page(), expected, 0, Math.min(20, expected.size()));
            page(what + ", last: 20", last.page(), expected, Math.max(0, expected.size() - 20), expected.size());
            total(what, counted.page(), expected.size());
            if (found.end() != null) {
                throw found.end();
            }
            Difference difference = Difference.between(found.ids(), expected);
            report.hold(difference.isNone(), "%s: %s", what, difference);
            report.hold(found.oddities().isEmpty(), "%s: %s", what, found.oddities());
            report.hold(found.shortPages() == 0, "%s: %d pages are not full", what, found.shortPages());
            backward(what, question, expected);
            Long planned = Json.number(first.plan(), "calls", "atMost");
            report.hold(
                    planned != null && planned >= firstCalls,
                    "%s: planned %s calls at most, made %d",
                    what,
                    planned,
                    firstCalls);
        }

        /** Three pages back from the middle. */
        private void backward(String what, Question question, List<String> expected) throws Exception {
            int middle = expected.size() / 2;
            Answer.Page page = gateway.ask(question.first(500, null).wanting(Question.CURSORS))
                    .page();
            if (page.ids().size() < 4 || middle >= page.ids().size()) {
                middle = page.ids().size() - 1;
            }
            String cursor = middle < 0 ? null : page.cursors().get(middle);
            for (int i = 0; i < 3 && middle > 0; i++) {
                int from = Math.max(0, middle - 7);
                Answer.Page before = gateway.ask(question.last(7, cursor)).page();
                page(what + ", last: 7 before " + middle, before, expected, from, middle);
                middle = from;
                cursor = before.start();
            }
        }

        private void page(String what, Answer.Page page, List<String> expected, int from, int to) {
            List<String> right = expected.subList(from, to);
            report.hold(page.ids().equals(right), "%s: %s", what, Difference.between(page.ids(), right));
            report.hold(page.hasPrevious() == from > 0, "%s: hasPreviousPage is %s", what, page.hasPrevious());
            report.hold(page.hasNext() == to < expected.size(), "%s: hasNextPage is %s", what, page.hasNext());
        }

        private void total(String what, Answer.Page page, int right) {
            boolean isExact = "EXACT".equals(page.precision());
            boolean holds = page.total() != null
                    && (isExact
                            ? page.total() == right
                            : right > MOST_COUNTED && page.total() >= MOST_COUNTED && page.total() <= right);
            report.hold(holds, "%s: totalCount is %s (%s), not %,d", what, page.total(), page.precision(), right);
        }

        /** Half a second is no precision of LINE WORKS's: it is refused, or read as what it means. */
        private void fractions(Order.Field field, long from) {
            String what = field + " with fractions of a second";
            report.attempt(what, () -> {
                Map<String, Object> filter = new LinkedHashMap<>();
                String name = field == Order.Field.CREATION_TIME ? "createdBetween" : "modifiedBetween";
                String start = Span.text(from, TOKYO).replace("+", ".500+");
                String end = Span.text(from + 8 * DAY, TOKYO).replace("+", ".500+");
                filter.put(name, Map.of("from", start, "to", end));
                Order order = new Order(field, false);
                Answer answer = gateway.ask(Question.of(order).filter(filter).first(500, null));
                if ("INVALID_ARGUMENT".equals(answer.code())) {
                    report.note("%s: refused", what);
                    return;
                }
                List<String> expected = scan(field, new Span(from + 1, from + 8 * DAY, TOKYO), order, Map.of());
                List<String> right = expected.subList(0, Math.min(500, expected.size()));
                Difference difference = Difference.between(answer.page().ids(), right);
                report.hold(difference.isNone(), "%s: %s", what, difference);
            });
        }

        private List<String> scan(Order.Field field, Span span, Order order, Map<String, String> more) {
            List<String> matching = new ArrayList<>();
            for (Contact contact : truth(order, more)) {
                if (span.covers(field == Order.Field.CREATION_TIME ? contact.created() : contact.modified())) {
                    matching.add(contact.id());
                }
            }
            return matching;
        }

        /** Nothing changes once the seams are there. */
        private List<Contact> truth(Order order, Map<String, String> more) {
            return truths.computeIfAbsent(
                    order + " " + more, unread -> gateway.simulator().truth(order, more));
        }

        private static List<String> hows(Answer answer) {
            return Json.list(answer.plan(), "fields").stream()
                    .map(field -> Json.text(field, "how"))
                    .filter(how -> how != null)
                    .toList();
        }

        private static Map<String, Object> filter(Order.Field field, Span span, Map<String, String> more) {
            Map<String, Object> filter = new LinkedHashMap<>();
            filter.put(field == Order.Field.CREATION_TIME ? "createdBetween" : "modifiedBetween", span.argument());
            if (more.containsKey("userId")) {
                filter.put("accessibleTo", more.get("userId"));
            }
            if (more.containsKey("open")) {
                filter.put("open", Boolean.valueOf(more.get("open")));
            }
            return filter;
        }
    }

    private static long seconds(String time) {
        return OffsetDateTime.parse(time).toEpochSecond();
    }
}
