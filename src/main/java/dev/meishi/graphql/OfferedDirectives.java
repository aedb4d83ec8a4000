package dev.meishi.graphql;

import dev.meishi.failure.ErrorCode;
import graphql.Directives;
import graphql.GraphQLError;
import graphql.introspection.Introspection;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Node;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which directives there are: those of the schema without the ones that the engine adds to every schema for experiments
 * of its own, and which do nothing here.
 */
public final class OfferedDirectives {

    private static final Set<String> EXPERIMENTS = Set.of(
            Directives.DeferDirective.getName(), Directives.ExperimentalDisableErrorPropagationDirective.getName());

    private static final FieldCoordinates LIST = FieldCoordinates.coordinates(Introspection.__Schema, "directives");

    private OfferedDirectives() {}

    /**
     * The same schema, of which introspection tells the directives that it has.
     *
     * @param schema as it is executed
     * @return the schema
     */
    public static GraphQLSchema toldIn(GraphQLSchema schema) {
        List<GraphQLDirective> offered = schema.getDirectives().stream()
                .filter(directive -> !EXPERIMENTS.contains(directive.getName()))
                .toList();
        DataFetcher<?> listed = environment -> offered;
        return schema.transformWithoutTypes(builder -> builder.codeRegistry(
                schema.getCodeRegistry().transform(registry -> registry.dataFetcher(LIST, listed))));
    }

    /**
     * Holds a document to the directives there are; validation takes the engine's own for some of them.
     *
     * @throws RequestRefused {@code GRAPHQL_VALIDATION_FAILED}
     */
    static void check(String text, Document document) {
        if (EXPERIMENTS.stream().noneMatch(text::contains)) {
            return;
        }
        List<GraphQLError> errors = new ArrayList<>();
        collect(document, errors);
        if (!errors.isEmpty()) {
            throw RequestRefused.of(errors);
        }
    }

    private static void collect(Node<?> node, List<GraphQLError> errors) {
        if (node instanceof Directive directive && EXPERIMENTS.contains(directive.getName())) {
            errors.add(CodedError.of(
                    ErrorCode.GRAPHQL_VALIDATION_FAILED,
                    "There is no directive '@" + directive.getName() + "'.",
                    List.of(directive.getSourceLocation()),
                    Map.of()));
        }
        node.getChildren().forEach(child -> collect(child, errors));
    }
}
