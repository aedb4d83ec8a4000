package dev.meishi.leak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last step of the tests: fails if a JVM of them has found a leak, or a log has one that a process of them wrote;
 * and if there is nothing that it could have read.
 */
public final class LeakCheck {

    /** How a report of a JVM ends. */
    static final String REPORT = ".report";

    /** How it begins, before the number of lines that were looked at. */
    static final String LINES = "lines: ";

    private final List<String> leaks = new ArrayList<>();
    private long lines;
    private int files;

    private LeakCheck() {}

    /**
     * Reads reports and logs.
     *
     * @param args the directory that has both, and whether tests are skipped
     */
    public static void main(String[] args) throws IOException {
        if (!Boolean.parseBoolean(args[1])) {
            System.out.println(of(Path.of(args[0])));
        }
    }

    /**
     * What was looked at.
     *
     * @throws IllegalStateException with what was found, or that there is nothing to look at
     */
    static String of(Path directory) throws IOException {
        LeakCheck check = new LeakCheck();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> found = Files.list(directory)) {
                for (Path file : found.sorted().toList()) {
                    check.read(file);
                }
            }
        }
        if (check.lines == 0) {
            throw new IllegalStateException("No test has left a log or a report in " + directory
                    + ": was pom.xml's setting " + WholeRun.DIRECTORY + " changed?");
        }
        if (!check.leaks.isEmpty()) {
            throw new IllegalStateException(
                    "Credentials or personal data were logged:\n" + String.join("\n", check.leaks));
        }
        return "%,d lines of logs, metrics and errors in %d reports and files have no credential and no personal data"
                .formatted(check.lines, check.files);
    }

    private void read(Path file) throws IOException {
        files++;
        boolean isReport = file.toString().endsWith(REPORT);
        // A process that was killed may have ended within a character.
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (isReport) {
                    report(line);
                } else {
                    log(file, number, line);
                }
            }
        }
    }

    private void report(String line) {
        if (line.startsWith(LINES)) {
            lines += Long.parseLong(line.substring(LINES.length()));
        } else {
            leaks.add(line);
        }
    }

    private void log(Path file, int number, String line) {
        lines++;
        Optional<Sensitive> found = Sensitive.in(line);
        found.ifPresent(kind -> leaks.add("%s in %s:%d: %s".formatted(kind, file, number, Sensitive.masked(line))));
    }
}
