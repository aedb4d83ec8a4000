package dev.meishi.execution;

import dev.meishi.graphql.Limit;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Whether an operation may make the calls to LINE WORKS that it needs: decided once, when all its root fields have said
 * how many those are, and for all of them together.
 */
final class Admission {

    /** Fields a refusal names, and hints it gives: those that need the most. */
    private static final int MOST_NAMED = 5;

    private static final int MOST_HINTS = 2;

    private Admission() {}

    /**
     * Lets an operation go on to its calls, or not.
     *
     * @throws RequestRefused {@code LIMIT_EXCEEDED} if it needs too many, and the limit is not measured only
     */
    static void decide(Ledger ledger, Limits limits) {
        if (!limits.isEnforced(Limit.UPSTREAM_CALLS)) {
            ledger.budget().measureOnly();
        }
        int needed = ledger.admission().needed();
        int allowed = ledger.budget().allowed();
        if (needed > allowed) {
            String text = text(needed, allowed, ledger.admission().estimates());
            limits.enforce(Limit.UPSTREAM_CALLS, Limits.exceeded(Limit.UPSTREAM_CALLS, needed, allowed, text));
        }
        ledger.admission().admit();
    }

    private static String text(int needed, int allowed, List<CallEstimate> plans) {
        List<CallEstimate> costly = plans.stream()
                .filter(plan -> plan.calls() > 0)
                .sorted(Comparator.comparingInt(CallEstimate::calls).reversed())
                .toList();
        String fields = costly.stream()
                .limit(MOST_NAMED)
                .map(plan -> plan.field() + " " + plan.calls())
                .collect(Collectors.joining(", "));
        String others = costly.size() > MOST_NAMED ? " and " + (costly.size() - MOST_NAMED) + " more" : "";
        String hints = costly.stream()
                .map(CallEstimate::hint)
                .filter(hint -> !hint.isBlank())
                .distinct()
                .limit(MOST_HINTS)
                .map(hint -> " " + hint)
                .collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                "The operation needs %,d calls to LINE WORKS; the maximum is %,d (%s): %s%s.%s",
                needed,
                allowed,
                Limit.UPSTREAM_CALLS.setting(),
                fields,
                others,
                hints);
    }
}
