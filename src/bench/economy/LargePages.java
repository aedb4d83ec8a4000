package economy;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small pages are served from large ones: how many calls a walk and a jump cost. */
final class LargePages implements Show {

    private static final int CONTACTS = 10_000;
    private static final int SIZE = 20;
    private static final int MOST_CALLS = 22;
    /** Long enough for a second walk on the slowest machine. */
    private static final Map<String, String> SETTINGS = Map.of("meishi.page-cache.fresh", "10m");

    @Override
    public String number() {
        return "2";
    }

    @Override
    public String title() {
        return "Walks of 10,000 by 20, random jumps, a second walk";
    }

    @Override
    public void run(Options options, Report report) throws Exception {
        List<String> truth;
        List<String> cursors;
        report.row("", "asked", "calls", "allowed");
        try (Gateway gateway = Gateway.start("pages", CONTACTS, SETTINGS)) {
            truth = Contact.ids(gateway.simulator().truth(Order.DEFAULT));
            cursors = walk(gateway, report, "walk, cold", Order.DEFAULT, false, MOST_CALLS);
            walk(gateway, report, "second walk", Order.DEFAULT, false, 0);
            report.attempt("totalCount of a list at hand", () -> count(gateway, report, Order.DEFAULT, false, 0));
            report.attempt("totalCount, cold", () -> count(gateway, report, Order.DEFAULT, true, 8));
            jumps(gateway, report, "jump, asked anew", truth, cursors, new Random(options.seed()), true, 30);
            Order other = new Order(Order.Field.MODIFICATION_TIME, true);
            report.attempt(
                    "backward walk", () -> walk(gateway, report, "backward walk, cold", other, true, MOST_CALLS));
            if (options.isBrief()) {
                return;
            }
            report.attempt("backward walk", () -> walk(gateway, report, "second backward walk", other, true, 0));
            Order byName = new Order(Order.Field.NAME, false);
            report.attempt(
                    "walk by name", () -> walk(gateway, report, "walk by name, cold", byName, false, MOST_CALLS));
        }
        try (Gateway gateway = Gateway.start("pages-restarted", CONTACTS, SETTINGS)) {
            jumps(gateway, report, "jump after a restart", truth, cursors, new Random(options.seed()), false, 15);
        }
    }

    private static List<String> walk(
            Gateway gateway, Report report, String what, Order order, boolean backward, int allowed) throws Exception {
        List<String> truth = Contact.ids(gateway.simulator().truth(order));
        long before = gateway.simulator().listCalls();
        Walk.Found found = Walk.of(Question.of(order).wanting(Question.CURSORS), backward, SIZE)
                .walk(gateway, 2 * CONTACTS / SIZE);
        long calls = gateway.simulator().listCalls() - before;
        report.row(what, found.pages(), calls, allowed);
        if (found.end() != null) {
            throw found.end();
        }
        report.hold(calls <= allowed, "%s: %d calls, allowed %d", what, calls, allowed);
        Difference difference = Difference.between(found.ids(), truth);
        report.hold(difference.isNone(), "%s: %s", what, difference);
        report.hold(found.oddities().isEmpty(), "%s: %s", what, found.oddities());
        report.hold(found.shortPages() == 0, "%s: %d pages are not full", what, found.shortPages());
        return found.cursors();
    }

    private static void count(Gateway gateway, Report report, Order order, boolean anew, int allowed) throws Exception {
        Question question =
                Question.of(order).wanting("totalCount totalCountPrecision").first(SIZE, null);
        long before = gateway.simulator().listCalls();
        Answer.Page page = gateway.ask(anew ? question.anewOnly() : question).page();
        long calls = gateway.simulator().listCalls() - before;
        String what = "first page with totalCount, " + (anew ? "asked anew" : "at hand");
        report.row(what, 1, calls, allowed);
        report.hold(calls <= allowed, "%s: %d calls, allowed %d", what, calls, allowed);
        report.hold(
                page.total() != null && page.total() == CONTACTS && "EXACT".equals(page.precision()),
                "%s: it is %s, %s",
                what,
                page.total(),
                page.precision());
    }

    /** Jumps to random places, forward and backward by turns; each costs one call at most, and one if it is asked anew. */
    private static void jumps(
            Gateway gateway,
            Report report,
            String what,
            List<String> truth,
            List<String> cursors,
            Random random,
            boolean anew,
            int times) {
        for (boolean backward : new boolean[] {false, true}) {
            String which = what + (backward ? ", backward" : ", forward");
            report.attempt(which, () -> {
                long all = 0;
                for (int i = 0; i < times; i++) {
                    int place = SIZE + random.nextInt(CONTACTS - 2 * SIZE);
                    String cursor = cursors.get(place);
                    Question question = Question.of(Order.DEFAULT);
                    question = backward ? question.last(SIZE, cursor) : question.first(SIZE, cursor);
                    long before = gateway.simulator().listCalls();
                    Answer.Page page =
                            gateway.ask(anew ? question.anewOnly() : question).page();
                    long calls = gateway.simulator().listCalls() - before;
                    all += calls;
                    boolean isFew = calls == 1 || (calls == 0 && !anew);
                    report.hold(isFew, "%s to place %d: %d calls instead of 1", which, place, calls);
                    List<String> expected =
                            backward ? truth.subList(place - SIZE, place) : truth.subList(place + 1, place + 1 + SIZE);
                    report.hold(page.ids().equals(expected), "%s to place %d: wrong contacts", which, place);
                    boolean isStart = backward && place == SIZE;
                    boolean isEnd = !backward && place + 1 + SIZE == CONTACTS;
                    report.hold(
                            page.hasNext() != isEnd && page.hasPrevious() != isStart,
                            "%s to place %d: pageInfo",
                            which,
                            place);
                }
                report.row(which, times, all, times);
            });
        }
    }
}
