package dev.meishi.execution.plan;

import dev.meishi.execution.plan.PlanCache.Way;
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
 * The plans of one operation: one for each set of values of the variables that its {@code @skip} and {@code @include} and
 * its introspection fields depend on. They are in the {@link PlanCache}; here is which of them are.
 */
final class OperationPlans implements PreparedOperation.Companion {

    private final PlanCache cache;
    private final PreparedOperation operation;
    private final List<String> conditions;
    private final List<String> introspective;
    private final Set<Way> cached = ConcurrentHashMap.newKeySet();

    OperationPlans(PlanCache cache, PreparedOperation operation) {
        this.cache = cache;
        this.operation = operation;
        Set<String> conditions = new TreeSet<>();
        Set<String> introspective = new TreeSet<>();
        collect(operation.definition().getSelectionSet(), conditions, introspective, false, new HashSet<>());
        this.conditions = List.copyOf(conditions);
        this.introspective = List.copyOf(introspective);
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
        if (conditions.isEmpty() && introspective.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> turned = new HashMap<>();
        for (String name : conditions) {
            Object value = variables.get(name);
            if (value == null) {
                throw RequestRefused.of(
                        ErrorCode.BAD_USER_INPUT,
                        "The variable '" + name
                                + "' is null, but @skip or @include needs it: set it to true or false.");
            }
            turned.put(name, value);
        }
        for (String name : introspective) {
            Object value = variables.get(name);
            if (value != null) {
                turned.put(name, value);
            }
        }
        return Map.copyOf(turned);
    }

    /**
     * Finds the variables.
     *
     * @param conditions names of those in directives
     * @param introspective names of those in arguments of introspection fields, and below them
     * @param isIntrospective whether the selections are below an introspection field
     * @param spread fragments seen already; what is below an introspection field has fragments of its own
     */
    private void collect(
            @Nullable SelectionSet set,
            Set<String> conditions,
            Set<String> introspective,
            boolean isIntrospective,
            Set<String> spread) {
        if (set == null) {
            return;
        }
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                boolean isBelow = isIntrospective || IntrospectionResults.isIntrospection(field.getName());
                collect(field.getDirectives(), conditions);
                if (isBelow) {
                    variables(field.getArguments(), introspective);
                }
                collect(field.getSelectionSet(), conditions, introspective, isBelow, spread);
            } else if (selection instanceof InlineFragment inline) {
                collect(inline.getDirectives(), conditions);
                collect(inline.getSelectionSet(), conditions, introspective, isIntrospective, spread);
            } else if (selection instanceof FragmentSpread named) {
                collect(named.getDirectives(), conditions);
                FragmentDefinition fragment = operation.fragments().get(named.getName());
                if (fragment != null && spread.add(named.getName())) {
                    collect(fragment.getSelectionSet(), conditions, introspective, isIntrospective, spread);
                }
            }
        }
    }

    private static void collect(List<Directive> directives, Set<String> conditions) {
        directives.forEach(directive -> variables(directive.getArguments(), conditions));
    }

    private static void variables(List<Argument> arguments, Set<String> names) {
        for (Argument argument : arguments) {
            if (argument.getValue() instanceof VariableReference variable) {
                names.add(variable.getName());
            }
        }
    }
}
