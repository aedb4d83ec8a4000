package dev.meishi.leak;

import java.util.Arrays;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/** What a line of the log can show of what was logged, and whose lines are looked at. */
final class LogLines {

    /** The other side of a test and the tests' own tools know credentials by right. */
    static final List<String> OTHER_SIDE = List.of(
            "org.eclipse.jetty",
            "wiremock",
            "com.github.tomakehurst",
            "org.apache.http",
            "io.restassured",
            "org.junit",
            "com.tngtech.archunit",
            "jdk.");

    private static final Formatter FORMAT = new PatternFormatter("%s%e");

    private LogLines() {}

    static boolean isOfOtherSide(@Nullable String logger) {
        return logger != null && OTHER_SIDE.stream().anyMatch(logger::startsWith);
    }

    /** The message, the stack trace and the parameters, whether the message shows them or not. */
    static String text(LogRecord line) {
        String text = FORMAT.format(line);
        Object[] parameters = line.getParameters();
        return parameters == null || parameters.length == 0 ? text : text + "\n" + Arrays.toString(parameters);
    }
}
