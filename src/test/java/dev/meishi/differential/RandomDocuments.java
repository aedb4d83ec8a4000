package dev.meishi.differential;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Valid documents of whatever a schema has, with variables for them that are valid mostly. */
final class RandomDocuments {

    private static final Pattern VARIABLE = Pattern.compile("\\$v\\d+");
    private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.F\\d+");

    private static final File SCHEMA = new File("src/main/graphql/schema.graphql");

    private final GraphQLSchema schema;
    private final long seed;
    private final Map<String, List<String>> cursors;

    /**
     * Documents of the schema that the gateway has published: it is built at the start, in another order each time, and the
     * published text has one order.
     *
     * @param cursors by the root field that takes them
     */
    RandomDocuments(long seed, Map<String, List<String>> cursors) {
        this.schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(SCHEMA));
        this.seed = seed;
        this.cursors = cursors;
    }

    /** The document of a number: the same whenever it is asked for. */
    Question question(int number) {
        Dice dice = Dice.of(seed, "document", number);
        RandomValues values = new RandomValues(dice, cursors);
        RandomVariables variables = new RandomVariables(dice);
        RandomSelections selections = new RandomSelections(schema, dice, new RandomArguments(dice, values, variables));
        int operations = dice.percent(6) ? dice.between(2, 3) : 1;
        List<String> sets = new ArrayList<>();
        for (int i = 0; i < operations; i++) {
            sets.add(selections.root(2 + dice.few(dice.percent(6) ? 120 : 30)));
        }
        boolean isNamed = operations > 1 || dice.percent(40);
        String text = text(sets, isNamed, selections.fragments(), variables);
        String name = isNamed && (operations > 1 || dice.percent(50)) ? "Q" + dice.below(operations) : null;
        return new Question(number, text, name, variables.sent(values), dice.percent(95) ? 1_000 : dice.below(4));
    }

    private static String text(
            List<String> sets, boolean isNamed, Map<String, String> fragments, RandomVariables variables) {
        Set<String> spread = new LinkedHashSet<>();
        List<String> definitions = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            Set<String> spreadHere = spread(sets.get(i), fragments);
            Set<String> used = variablesIn(sets.get(i), spreadHere, fragments);
            String head = head(isNamed ? " Q" + i : null, variables.declarations(used));
            definitions.add(head + sets.get(i));
            spread.addAll(spreadHere);
        }
        spread.forEach(name -> definitions.add(fragments.get(name)));
        return String.join("\n", definitions);
    }

    private static String head(@Nullable String name, String declarations) {
        return name == null && declarations.isEmpty()
                ? ""
                : "query" + Objects.requireNonNullElse(name, "") + declarations + " ";
    }

    private static Set<String> spread(String text, Map<String, String> fragments) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : found(SPREAD, text)) {
            if (names.add(name)) {
                names.addAll(spread(fragments.getOrDefault(name, ""), fragments));
            }
        }
        return names;
    }

    private static Set<String> variablesIn(String set, Set<String> spread, Map<String, String> fragments) {
        String all = set + spread.stream().map(fragments::get).collect(Collectors.joining());
        return found(VARIABLE, all);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
