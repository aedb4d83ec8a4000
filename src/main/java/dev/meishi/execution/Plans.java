package dev.meishi.execution;

import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.RequestRefused;
import graphql.execution.CoercedVariables;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The plans of one operation: one for each way in which the variables of its {@code @skip} and {@code @include} turn out. */
final class Plans {

    /** Ways that are kept; more are compiled each time, so that nobody fills the memory with them. */
    private static final int MOST_KEPT = 8;

    private final PlanCompiler compiler;
    private final PreparedOperation operation;
    private final List<String> conditions;
    private final Map<Map<String, Object>, Optional<Plan>> kept = new ConcurrentHashMap<>();

    Plans(PlanCompiler compiler, PreparedOperation operation) {
        this.compiler = compiler;
        this.operation = operation;
        Set<String> names = new TreeSet<>();
        conditions(operation.definition().getSelectionSet(), names, new HashSet<>());
        conditions = List.copyOf(names);
    }

    /**
     * The plan for a request.
     *
     * @param variables of the request
     * @return null if the operation is left to the engine
     * @throws RequestRefused {@code BAD_USER_INPUT} if a condition is null, which one with a default may be made
     */
    @Nullable
    Plan of(CoercedVariables variables) {
        Map<String, Object> turned = turned(variables);
        Optional<Plan> known = kept.get(turned);
        if (known == null) {
            known = Optional.ofNullable(compiler.compile(operation, turned));
            if (kept.size() < MOST_KEPT) {
                kept.put(turned, known);
            }
        }
        return known.orElse(null);
    }

    private Map<String, Object> turned(CoercedVariables variables) {
        if (conditions.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> turned = new HashMap<>();
        for (String name : conditions) {
            Object value = variables.get(name);
            if (value == null) {
                throw RequestRefused.of(
                        ErrorCode.BAD_USER_INPUT,
                        "The variable '" + name
                                + "' is null, and a @skip or @include hangs on it: give true or false.");
            }
            turned.put(name, value);
        }
        return turned;
    }

    private void conditions(@Nullable SelectionSet set, Set<String> names, Set<String> spread) {
        if (set == null) {
            return;
        }
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                conditions(field.getDirectives(), names);
                conditions(field.getSelectionSet(), names, spread);
            } else if (selection instanceof InlineFragment inline) {
                conditions(inline.getDirectives(), names);
                conditions(inline.getSelectionSet(), names, spread);
            } else if (selection instanceof FragmentSpread named) {
                conditions(named.getDirectives(), names);
                FragmentDefinition fragment = operation.fragments().get(named.getName());
                if (fragment != null && spread.add(named.getName())) {
                    conditions(fragment.getSelectionSet(), names, spread);
                }
            }
        }
    }

    private static void conditions(List<Directive> directives, Set<String> names) {
        for (Directive directive : directives) {
            for (Argument argument : directive.getArguments()) {
                if (argument.getValue() instanceof VariableReference variable) {
                    names.add(variable.getName());
                }
            }
        }
    }
}
