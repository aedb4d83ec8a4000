package dev.meishi.doctor;

/** The only place that prints: a command's report is no log line. */
final class StandardOutput {

    private StandardOutput() {}

    /** The report. */
    static void print(String text) {
        System.out.println(text);
    }

    /** What is to be read by a person only. */
    static void warn(String text) {
        System.err.println(text);
    }
}
