package dev.meishi.edge;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something a GraphQL endpoint has to do right and the framework's own does not.
 *
 * @param row its place in the list of what the framework's endpoint does, 1 to {@value #ROWS}
 * @param sentence what is right
 * @param check fails, within {@link Wire#PATIENCE} of each request, where it is not so
 */
record Rule(int row, String sentence, Check check) {

    static final int ROWS = 22;

    /** Holds one endpoint to one rule. */
    interface Check {

        /**
         * Asks, and compares.
         *
         * @param endpoint whichever serves {@code /graphql}
         * @throws AssertionError if the rule is broken
         */
        void of(Wire endpoint) throws Exception;
    }

    static List<Rule> all() {
        return Stream.of(
                        RequestRules.all(),
                        ResponseRules.all(),
                        GetRules.all(),
                        ConnectionRules.all(),
                        LanguageRules.all(),
                        LoadRules.all(),
                        ExplorerRules.all())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Rule::row))
                .toList();
    }

    @Override
    public String toString() {
        return row + ". " + sentence;
    }
}
