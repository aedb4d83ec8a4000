package dev.meishi.doctor;

import dev.meishi.lineworks.probe.Granted;
import dev.meishi.lineworks.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what the results of calls mean, and what to do. */
final class Findings {

    /** More than a Date header and the time of a call can explain, and less than assertions allow. */
    private static final long MAX_SKEW_SECONDS = 30;

    private final List<Finding> found = new ArrayList<>();

    private Findings() {}

    static List<Finding> of(List<CallResult> calls, Granted granted) {
        Findings findings = new Findings();
        calls.forEach(call -> findings.add(call, granted));
        findings.addSkew(skew(calls));
        return List.copyOf(findings.found);
    }

    /** By the first answer that tells the time; null if none does. */
    static @Nullable Long skew(List<CallResult> calls) {
        return calls.stream()
                .map(CallResult::clockSkewSeconds)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void add(CallResult call, Granted granted) {
        Probe probe = call.probe();
        String operation = probe.operation();
        if (call.skipped() != null) {
            found.add(new Finding(
                    call.skipped().startsWith("no answer"), operation + " has no result: " + call.skipped() + "."));
        } else if (!call.isGood()) {
            found.add(refused(call, granted));
        } else if (call.status() < 300 && call.shape() == null) {
            found.add(new Finding(probe.isRequired(), operation + " was answered with something that is no JSON."));
        }
        Differences differences = call.differences();
        differences
                .otherTypes()
                .forEach(text ->
                        found.add(Finding.problem(operation + " has another type than is read: " + text + ".")));
        if (!differences.unknown().isEmpty()) {
            found.add(Finding.note(
                    operation + " has members that are not read: " + String.join(", ", differences.unknown()) + "."));
        }
        if (!differences.missing().isEmpty()) {
            found.add(Finding.note(operation + " does not have members that are read: "
                    + String.join(", ", differences.missing()) + "."));
        }
    }

    private static Finding refused(CallResult call, Granted granted) {
        Probe probe = call.probe();
        String answer = probe.operation() + " was answered with status " + call.status()
                + (call.error() == null ? "" : " (" + call.error() + ")") + ".";
        String scopes = String.join(", ", probe.scopes());
        if (call.status() == 403 && !probe.isRequired() && !isAsked(probe, granted)) {
            return Finding.note(answer + " It needs one of the scopes " + scopes + " and is for " + probe.unlocks()
                    + "; add a scope to the app and to meishi.upstream.scope if you want that.");
        }
        String advice = switch (call.status()) {
            case 401 ->
                "Check the credentials, and that meishi.upstream.url and token-url are of the same environment.";
            case 403 ->
                probe.scopes().isEmpty()
                        ? "Check the rights of the credentials, and meishi.upstream.api-id and domain-id."
                        : "The app needs one of the scopes " + scopes + ", and meishi.upstream.scope has to name it.";
            case 404 ->
                probe.path().endsWith("/photo") ? "The first contact has no photo." : "Check meishi.upstream.url.";
            case 429 -> "The quota is used up; run the doctor again in a minute.";
            default -> "Try again later if the status is 500 or more, and report it otherwise.";
        };
        boolean isNote = call.status() == 404 && probe.path().endsWith("/photo");
        return new Finding(!isNote, answer + " " + advice);
    }

    private static boolean isAsked(Probe probe, Granted granted) {
        String asked = granted.asked();
        return asked != null && List.of(asked.split(" ", -1)).stream().anyMatch(probe.scopes()::contains);
    }

    private void addSkew(@Nullable Long skew) {
        if (skew != null && Math.abs(skew) > MAX_SKEW_SECONDS) {
            found.add(Finding.problem("This machine's clock is " + Math.abs(skew) + " s "
                    + (skew > 0 ? "behind" : "ahead of") + " that of LINE WORKS; set it, as tokens depend on it."));
        }
    }
}
