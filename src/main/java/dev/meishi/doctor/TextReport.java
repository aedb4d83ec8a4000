package dev.meishi.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for people. */
final class TextReport {

    private final List<String> lines = new ArrayList<>();

    private TextReport() {}

    static String of(Report report) {
        TextReport text = new TextReport();
        text.head(report);
        report.calls().forEach(text::call);
        text.lines.add("");
        report.notCalled().forEach(reason -> text.lines.add("Never called: " + reason));
        report.findings()
                .forEach(finding -> text.lines.add((finding.isProblem() ? "Problem: " : "Note: ") + finding.text()));
        text.lines.add(report.exitCode() == 0 ? "Healthy." : "Not healthy.");
        return String.join("\n", text.lines);
    }

    private void head(Report report) {
        lines.add("LINE WORKS API " + report.api());
        lines.add("");
        report.settings().forEach(setting -> lines.add("%-30s %s".formatted(setting.key(), setting.state())));
        lines.add("");
        if (report.granted().asked() != null) {
            lines.add("Token: asked for " + report.granted().asked() + ", granted "
                    + (report.granted().scope() == null
                            ? "(not told)"
                            : report.granted().scope())
                    + (report.granted().life() == null
                            ? ""
                            : ", for " + report.granted().life().toSeconds() + " s"));
        }
        Long skew = Findings.skew(report.calls());
        lines.add("Clock: " + (skew == null ? "not told" : "LINE WORKS is ahead by " + skew + " s"));
    }

    private void call(CallResult call) {
        lines.add("");
        if (!call.isAnswered()) {
            lines.add(call.probe().operation() + ": " + call.skipped());
            return;
        }
        lines.add(call.probe().operation() + ": " + call.status() + (call.error() == null ? "" : " " + call.error())
                + ", " + call.millis() + " ms, " + call.bytes() + " bytes"
                + call.headers().entrySet().stream()
                        .map(header -> ", " + header.getKey() + " " + header.getValue())
                        .collect(Collectors.joining()));
        if (call.shape() != null) {
            call.shape().places().forEach(this::place);
        }
    }

    private void place(String path, Facts facts) {
        if (path.isEmpty()) {
            return;
        }
        String types = facts.types().entrySet().stream()
                .map((Map.Entry<String, Integer> type) -> type.getKey() + " " + type.getValue())
                .collect(Collectors.joining(", "));
        lines.add("  %-55s %s%s%s"
                .formatted(
                        path,
                        types,
                        facts.lengths() == null ? "" : "; length " + facts.lengths(),
                        facts.words().isEmpty() ? "" : "; " + String.join(" ", facts.words())));
    }
}
