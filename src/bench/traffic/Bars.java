package traffic;

import java.util.Map;
import traffic.Answer.Kind;

/** What a run is to keep to. */
final class Bars {

    private static final Map<Kind, String> CALLED =
            Map.of(Kind.REFUSED, "refused", Kind.WRONG, "wrong", Kind.NONE, "not answered");

    private Bars() {}

    /** Prints what became of requests that have no right answer. */
    static void printLabels(Tally tally) {
        for (Kind kind : new Kind[] {Kind.REFUSED, Kind.WRONG, Kind.NONE}) {
            tally.of(kind)
                    .forEach((label, count) -> System.out.printf("%,8d %s: %s%n", count, CALLED.get(kind), label));
        }
        if (tally.unsent() > 0) {
            System.out.printf(
                    "%,8d not sent: all connections were busy; the instance is slower than --rate%n", tally.unsent());
        }
    }

    /** Whether errors, refusals and latency are within the options, told each by a line. */
    static boolean hold(Tally tally, Options options) {
        boolean isWell = hold("errors, in percent", tally.percent(tally.errors()), options.number("--max-errors"));
        isWell &=
                hold("refused, in percent", tally.percent(tally.count(Kind.REFUSED)), options.number("--max-refused"));
        isWell &= hold("p99, in ms", tally.millis(99), options.number("--max-p99"));
        return isWell;
    }

    private static boolean hold(String what, double found, double bar) {
        if (Double.isNaN(bar)) {
            return true;
        }
        System.out.printf("%s %s: %.2f (bar: %.2f)%n", found <= bar ? "holds " : "MISSED", what, found, bar);
        return found <= bar;
    }
}
