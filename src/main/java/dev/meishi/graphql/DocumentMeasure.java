package dev.meishi.graphql;

import dev.meishi.failure.ErrorCode;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a parsed document has of everything that is limited. A fragment is measured once and counted wherever it is
 * spread, so that one which doubles at every level costs no more to measure than to write; one that spreads itself has
 * no measure. Of several operations, which are counted, the largest is measured, as one is executed; a fragment that none of them spreads is
 * measured for itself, as it is validated all the same.
 */
final class DocumentMeasure {

    /** More than any limit, and far from an overflow. */
    private static final long ENDLESS = 1L << 50;

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Counts> measured = new HashMap<>();
    private final Set<String> underway = new HashSet<>();

    private DocumentMeasure(Document document) {
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof FragmentDefinition fragment) {
                fragments.put(fragment.getName(), fragment);
            }
        }
    }

    /**
     * The counts of a document.
     *
     * @param document parsed, not necessarily valid
     * @return how many operations it has, and for each other count the largest of its operations and fragments
     * @throws RequestRefused {@code GRAPHQL_VALIDATION_FAILED} for a fragment that spreads itself
     */
    static Counts of(Document document) {
        DocumentMeasure measure = new DocumentMeasure(document);
        Counts largest = Counts.NOTHING;
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition operation) {
                Counts counts = measure.selections(operation.getSelectionSet())
                        .plus(directives(operation.getDirectives()))
                        .withRootFields(measure.rootFields(operation.getSelectionSet()));
                largest = largest.max(counts).withAnotherOperation();
            } else if (definition instanceof FragmentDefinition fragment) {
                largest = largest.max(measure.fragment(fragment.getName(), fragment));
            }
        }
        return largest;
    }

    private Counts selections(@Nullable SelectionSet set) {
        Counts sum = Counts.NOTHING;
        if (set == null) {
            return sum;
        }
        Set<String> written = new HashSet<>();
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                Counts inside = selections(field.getSelectionSet());
                boolean isRepeated = !written.add(field.getResultKey());
                sum = sum.plus(inside.under(field.getAlias() != null, isRepeated))
                        .plus(directives(field.getDirectives()));
            } else if (selection instanceof InlineFragment inline) {
                sum = sum.plus(selections(inline.getSelectionSet())).plus(directives(inline.getDirectives()));
            } else if (selection instanceof FragmentSpread spread) {
                boolean isRepeated = !written.add("..." + spread.getName());
                sum = sum.plus(fragment(spread.getName(), spread))
                        .plus(directives(spread.getDirectives()))
                        .plus(isRepeated ? Counts.ONE_REPEATED : Counts.NOTHING);
            }
        }
        return sum;
    }

    private Counts fragment(String name, Node<?> place) {
        Counts known = measured.get(name);
        if (known != null) {
            return known;
        }
        FragmentDefinition fragment = fragments.get(name);
        if (fragment == null) {
            return Counts.NOTHING;
        }
        if (!underway.add(name)) {
            throw RequestRefused.of(CodedError.of(
                    ErrorCode.GRAPHQL_VALIDATION_FAILED,
                    "Fragment cycles not allowed: '" + name + "' spreads itself",
                    List.of(place.getSourceLocation()),
                    Map.of()));
        }
        Counts counts = selections(fragment.getSelectionSet()).plus(directives(fragment.getDirectives()));
        underway.remove(name);
        measured.put(name, counts);
        return counts;
    }

    private long rootFields(SelectionSet set) {
        return rootFields(set, new HashMap<>());
    }

    private long rootFields(SelectionSet set, Map<String, Long> known) {
        long sum = 0;
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field) {
                sum++;
            } else if (selection instanceof InlineFragment inline) {
                sum += rootFields(inline.getSelectionSet(), known);
            } else if (selection instanceof FragmentSpread spread) {
                FragmentDefinition fragment = fragments.get(spread.getName());
                if (fragment != null && known.putIfAbsent(spread.getName(), 0L) == null) {
                    known.put(spread.getName(), rootFields(fragment.getSelectionSet(), known));
                }
                sum += known.getOrDefault(spread.getName(), 0L);
            }
            sum = Math.min(sum, ENDLESS);
        }
        return sum;
    }

    private static Counts directives(List<Directive> directives) {
        return directives.isEmpty() ? Counts.NOTHING : new Counts(0, 0, 0, 0, directives.size(), 0, 0);
    }

    /**
     * Counts of a part of a document.
     *
     * @param depth levels of fields
     * @param fields all of them
     * @param aliases fields with an alias
     * @param rootFields fields at the top; of operations only
     * @param directives all of them
     * @param duplicates selections that are written in their set already
     * @param operations of a document
     */
    record Counts(
            long depth, long fields, long aliases, long rootFields, long directives, long duplicates, long operations) {

        static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0, 0);
        static final Counts ONE_REPEATED = new Counts(0, 0, 0, 0, 0, 1, 0);

        /** Beside each other: the deeper one's depth, the sum of everything else. */
        Counts plus(Counts other) {
            return new Counts(
                    Math.max(depth, other.depth),
                    sum(fields, other.fields),
                    sum(aliases, other.aliases),
                    sum(rootFields, other.rootFields),
                    sum(directives, other.directives),
                    sum(duplicates, other.duplicates),
                    operations);
        }

        /** With the field that they are selected of. */
        Counts under(boolean isAliased, boolean isRepeated) {
            return new Counts(
                    depth + 1,
                    sum(fields, 1),
                    sum(aliases, isAliased ? 1 : 0),
                    rootFields,
                    directives,
                    sum(duplicates, isRepeated ? 1 : 0),
                    operations);
        }

        Counts withRootFields(long count) {
            return new Counts(depth, fields, aliases, count, directives, duplicates, operations);
        }

        Counts withAnotherOperation() {
            return new Counts(depth, fields, aliases, rootFields, directives, duplicates, operations + 1);
        }

        Counts max(Counts other) {
            return new Counts(
                    Math.max(depth, other.depth),
                    Math.max(fields, other.fields),
                    Math.max(aliases, other.aliases),
                    Math.max(rootFields, other.rootFields),
                    Math.max(directives, other.directives),
                    Math.max(duplicates, other.duplicates),
                    operations);
        }

        private static long sum(long one, long other) {
            return Math.min(one + other, ENDLESS);
        }
    }
}
