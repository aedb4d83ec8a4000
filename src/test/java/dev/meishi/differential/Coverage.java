package dev.meishi.differential;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.graphql.PreparedOperation;
import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What a run had of everything that can be told apart: in how many of its documents and answers. */
final class Coverage {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** Counts one document and what it was answered with. */
    void add(Question question, PreparedOperation operation, Outcome outcome) {
        Map<String, Boolean> seen = new TreeMap<>();
        operation.fields().forEach(field -> seen.put(field, true));
        note(operation.document(), seen);
        if (question.operationName() != null) {
            seen.put("operationName", true);
        }
        note(outcome.response(), seen);
        seen.keySet().forEach(this::add);
    }

    private void add(String what) {
        counts.computeIfAbsent(what, first -> new LongAdder()).increment();
    }

    private static void note(Node<?> node, Map<String, Boolean> seen) {
        seen.put("document: " + kind(node), true);
        for (Node<?> child : node.getChildren()) {
            note(child, seen);
        }
    }

    private static String kind(Node<?> node) {
        String kind = node.getClass().getSimpleName();
        if (node instanceof Field field) {
            return field.getAlias() == null ? kind : kind + " with alias";
        }
        if (node instanceof InlineFragment inline) {
            return inline.getTypeCondition() == null ? kind : kind + " of a type";
        }
        if (node instanceof VariableDefinition variable) {
            return variable.getDefaultValue() == null ? kind : kind + " with default";
        }
        if (node instanceof Directive directive) {
            boolean isVariable = directive.getArgument("if").getValue() instanceof VariableReference;
            return "@" + directive.getName() + (isVariable ? " by variable" : "");
        }
        return kind;
    }

    private static void note(JsonNode response, Map<String, Boolean> seen) {
        JsonNode data = response.path("data");
        seen.put(
                "data: " + (data.isMissingNode() ? "none" : data.isNull() ? "null" : data.isEmpty() ? "{}" : "some"),
                true);
        seen.put(response.has("errors") ? "errors: some" : "errors: none", true);
        for (JsonNode error : response.path("errors")) {
            seen.put("error: " + error.at("/extensions/code").asText(), true);
            int depth = error.path("path").size();
            seen.put("error at: " + (depth == 0 ? "nothing" : depth == 1 ? "a root field" : "a field below"), true);
        }
        if (response.has("thrown")) {
            seen.put("thrown: " + response.get("thrown").asText(), true);
        }
        leaves(data, seen);
    }

    private static void leaves(JsonNode value, Map<String, Boolean> seen) {
        seen.put("value: " + value.getNodeType() + (value.isArray() && value.size() > 1 ? " of several" : ""), true);
        value.forEach(part -> leaves(part, seen));
    }

    /** In how many documents there was something. */
    long of(String what) {
        LongAdder count = counts.get(what);
        return count == null ? 0 : count.sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(counts)
                .forEach((what, count) ->
                        text.append(count).append(" ").append(what).append("\n"));
        return text.toString();
    }
}
