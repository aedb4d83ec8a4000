package dev.meishi.execution;

import dev.meishi.execution.PlanCache.Way;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The plans of one operation: one for each way in which the variables of its {@code @skip} and {@code @include} turn out.
 * They are in the {@link PlanCache}; here is which of them are.
 */
final class Plans implements PreparedOperation.Companion {

    private final PlanCache cache;
    private final PreparedOperation operation;
    private final List<String> conditions;
    private final Set<Way> cached = ConcurrentHashMap.newKeySet();

    Plans(PlanCache cache, PreparedOperation operation) {
        this.cache = cache;
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
        return cache.of(operation, new Way(this, turned(variables)));
    }

    void cached(Way way) {
        cached.add(way);
    }

    void evicted(Way way) {
        cached.remove(way);
    }

    @Override
    public void dropped() {
        cache.drop(cached);
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
        return Map.copyOf(turned);
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
