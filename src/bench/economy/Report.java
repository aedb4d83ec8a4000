package economy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found: figures in tables, and a line for each statement that does not hold. */
final class Report {

    /** A part of a show, which may fail in any way. */
    interface Part {
        void run() throws Exception;
    }

    private final Map<String, Integer> violations = new LinkedHashMap<>();
    private String show = "";

    void begin(Show next) {
        show = next.number();
        System.out.printf("%n%s. %s%n", show, next.title());
    }

    /** A row of a table, or its heading: what it is about, then the figures. */
    void row(String what, @Nullable Object... figures) {
        StringBuilder row = new StringBuilder(String.format("   %-50s", what));
        for (@Nullable Object figure : figures) {
            row.append(
                    figure instanceof Long || figure instanceof Integer
                            ? String.format(" %,11d", ((Number) figure).longValue())
                            : String.format(" %11s", figure));
        }
        System.out.println(row);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    void note(String format, @Nullable Object... arguments) {
        System.out.println("   " + String.format(format, arguments));
    }

    /** States something; says so if it does not hold. */
    @SuppressWarnings("AnnotateFormatMethod")
    void hold(boolean holds, String format, @Nullable Object... arguments) {
        if (!holds) {
            String violation = "VIOLATED " + show + ": " + String.format(format, arguments);
            if (violations.merge(violation, 1, Integer::sum) == 1) {
                System.out.println(violation);
            }
        }
    }

    /** Does a part; whatever it throws is a violation, and the other parts go on. */
    void attempt(String what, Part part) {
        try {
            part.run();
        } catch (Answer.Coded coded) {
            hold(false, "%s: refused with %s", what, coded.getMessage());
        } catch (Exception e) {
            hold(false, "%s: %s at %s", what, e, e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
        }
    }

    /** Prints what is violated, once more and together. */
    boolean isClean() {
        System.out.println();
        violations.forEach(
                (violation, times) -> System.out.println(violation + (times > 1 ? " (" + times + " times)" : "")));
        System.out.println(violations.isEmpty() ? "Every statement holds." : violations.size() + " violations.");
        return violations.isEmpty();
    }
}
