package economy;

import java.util.List;

/**
 * Holds the gateway to what it promises of LINE WORKS's calls: how few they are, and that nothing is missed, comes twice
 * or goes to the wrong caller for it. Speaks to the packaged gateway over HTTP alone, knows what is true from the
 * simulator's own list, and shares no code with either.
 */
public final class Economy {

    private static final List<Show> SHOWS =
            List.of(new LargePages(), new MovingList(), new DateSpans(), new SharedCalls(), new Outage(), new Export());

    private Economy() {}

    public static void main(String[] args) {
        Options options = Options.of(args);
        Report report = new Report();
        System.out.println("Seed " + options.seed());
        for (Show show : SHOWS) {
            if (options.shows().contains(show.number())) {
                long began = System.nanoTime();
                report.begin(show);
                report.attempt(show.title(), () -> show.run(options, report));
                report.note("(%d seconds)", (System.nanoTime() - began) / 1_000_000_000);
            }
        }
        System.exit(report.isClean() ? 0 : 1);
    }
}
