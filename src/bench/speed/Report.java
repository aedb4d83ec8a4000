package speed;

import java.util.List;

/** Figures in tables, and what they were to be. */
final class Report {

    /** A JIT that still takes more than this has not come to its end: longer warm-up is needed. */
    private static final double COLD = 0.1;

    private static final String ROW = "%-26s %10s %8s %8s %9s %8s %8s %6s %6s %6s %7s  %s%n";

    private final StringBuilder printed = new StringBuilder();
    private boolean isMarkdown;
    private boolean isAnyMissed;

    void heading(Object load) {
        print("%n%s%n", load);
        print(ROW, "", "CPU us", "ratio", "bar", "req/s", "p50 ms", "p99 ms", "JIT", "GC", "load", "RSS MB", "");
    }

    /** A row of what was measured; ratio and bar are not numbers where there is none. */
    void row(String name, List<Figure> figures, double ratio, double bar) {
        boolean isMissed = ratio > bar;
        isAnyMissed |= isMissed;
        double compiling = Figure.median(figures, Figure::compiling);
        print(
                ROW,
                name,
                number(Figure.median(figures, Figure::micros)),
                number(ratio),
                number(bar),
                number(Figure.median(figures, Figure::perSecond)),
                number(Figure.median(figures, Figure::p50)),
                number(Figure.median(figures, Figure::p99)),
                percent(compiling),
                percent(Figure.median(figures, Figure::collecting)),
                percent(Figure.median(figures, Figure::loading)),
                number(Figure.median(figures, Figure::resident) / (1 << 20)),
                (isMissed ? "MISSED" : "") + (compiling > COLD ? " (not warm)" : ""));
    }

    void note(String format, Object... arguments) {
        print(format + "%n", arguments);
    }

    /** States something that is to be reached. */
    void hold(boolean holds, String format, Object... arguments) {
        isAnyMissed |= !holds;
        note((isMarkdown ? "- " : "") + (holds ? "holds   " : "MISSED  ") + format, arguments);
    }

    /** Begins with a table in Markdown, in place of what was noted before. */
    void table(String rows) {
        isMarkdown = true;
        printed.setLength(0);
        print("%s%n", rows);
    }

    /** All that was reported, for a page. */
    String markdown() {
        return isMarkdown ? printed.toString().strip() : FiguresPage.asPrinted(printed.toString());
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void print(String format, Object... arguments) {
        String text = String.format(format, arguments);
        printed.append(text);
        System.out.print(text);
    }

    boolean isAnyMissed() {
        return isAnyMissed;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(value < 100 ? "%.2f" : "%.0f", value);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
