package dev.meishi.http;

import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger.Summary;
import dev.meishi.ledger.PageUse;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an operation planned to call of LINE WORKS and what it called, as {@code extensions.plan} shows it. */
final class UpstreamPlan {

    private UpstreamPlan() {}

    static Map<String, Object> of(Summary summary) {
        Map<String, Object> calls = new LinkedHashMap<>();
        calls.put("planned", summary.planned());
        calls.put("atMost", summary.atMost());
        calls.put("allowed", summary.allowed());
        calls.put("made", summary.calls());
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("calls", calls);
        plan.put("pages", summary.pages().stream().map(UpstreamPlan::page).toList());
        plan.put("fields", summary.estimates().stream().map(UpstreamPlan::field).toList());
        plan.put("kept", summary.cached());
        plan.put("shared", summary.shared());
        plan.put("waitedMillis", summary.waited().toMillis());
        return plan;
    }

    private static Map<String, Object> page(PageUse use) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("list", use.list());
        page.put("position", use.position().toString());
        page.put("size", use.size());
        page.put("from", use.from().name());
        page.put("ageSeconds", use.age().toSeconds());
        return page;
    }

    private static Map<String, Object> field(CallEstimate plan) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("field", plan.field());
        field.put("calls", plan.calls());
        field.put("atMost", plan.atMost());
        field.put("how", plan.how());
        return field;
    }
}
