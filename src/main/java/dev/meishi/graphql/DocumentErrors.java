package dev.meishi.graphql;

import dev.meishi.failure.ErrorCode;
import graphql.GraphQLError;
import graphql.execution.TypeFromAST;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.SourceLocation;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a document that can be read and is not valid: which part of it, what was found there and what
 * would be right. The engine finds the errors; it names neither the field that lacks an argument nor the part of a value.
 */
final class DocumentErrors {

    /** A name of the document or of the schema, as the engine's messages have them. */
    private static final Pattern NAME = Pattern.compile("'([^' ]+)'");

    private final GraphQLSchema schema;
    private final DocumentPlaces places;
    private final DocumentSentences sentences;
    private final Guesses guesses;

    private DocumentErrors(Document document, GraphQLSchema schema, Guesses guesses) {
        this.schema = schema;
        this.places = new DocumentPlaces(document, schema);
        this.guesses = guesses;
        this.sentences = new DocumentSentences(places, guesses);
    }

    /**
     * The engine's errors in words of our own, each once.
     *
     * @param errors as the engine found them, at least one
     * @param document that has them
     * @param schema that it was validated with
     * @param guesses what may have been meant
     * @return {@code GRAPHQL_VALIDATION_FAILED}, each with its place
     */
    static List<GraphQLError> of(
            List<ValidationError> errors, Document document, GraphQLSchema schema, Guesses guesses) {
        DocumentErrors said = new DocumentErrors(document, schema, guesses);
        Map<String, GraphQLError> coded = new LinkedHashMap<>();
        for (ValidationError error : errors) {
            Found found = said.found(error);
            coded.putIfAbsent(
                    found.text() + found.places(),
                    CodedError.of(
                            ErrorCode.GRAPHQL_VALIDATION_FAILED,
                            EngineErrors.shortened(found.text()),
                            found.places(),
                            Map.of()));
        }
        return List.copyOf(coded.values());
    }

    private record Found(String text, List<SourceLocation> places) {

        static Found at(@Nullable SourceLocation place, String text) {
            return new Found(text, place == null ? List.of() : List.of(place));
        }
    }

    private Found found(ValidationError error) {
        List<SourceLocation> at = error.getLocations() == null ? List.of() : error.getLocations();
        SourceLocation place = at.isEmpty() ? null : at.get(0);
        String plain = EngineErrors.plain(error);
        List<String> names =
                NAME.matcher(plain).results().map(match -> match.group(1)).toList();
        ValidationErrorType type = error.getValidationErrorType() instanceof ValidationErrorType known
                ? known
                : ValidationErrorType.InvalidSyntax;
        Found found = switch (type) {
            case WrongType -> wrongValue(place);
            case NullValueForNonNullArgument -> nullValue(place, names);
            case BadValueForDefaultArg -> wrongDefault(place);
            case FieldsConflict -> conflict(at);
            case UnknownType -> unknownType(place, names);
            default -> null;
        };
        if (found != null) {
            return found;
        }
        String text = sentences.of(type, place, names);
        return new Found(text == null ? plain : text, at);
    }

    /** An argument of a field or a directive. */
    private @Nullable Found wrongValue(@Nullable SourceLocation place) {
        Argument argument = places.at(place, Argument.class);
        GraphQLType type = argument == null ? null : type(argument);
        InputCheck.Problem problem = argument == null || type == null ? null : InputCheck.of(type, argument.getValue());
        if (argument == null || problem == null) {
            return null;
        }
        String path =
                problem.path().isEmpty() || problem.path().startsWith("[") ? problem.path() : "." + problem.path();
        SourceLocation inside = problem.place();
        return Found.at(
                inside == null ? place : inside,
                "The argument '" + argument.getName() + path + "' of " + sentences.owner(argument) + ": "
                        + problem.sentence(guesses));
    }

    private @Nullable Found nullValue(@Nullable SourceLocation place, List<String> names) {
        Field field = places.at(place, Field.class);
        return field == null || names.isEmpty()
                ? null
                : field.getArguments().stream()
                        .filter(argument -> argument.getName().equals(names.get(0)))
                        .findFirst()
                        .map(argument -> wrongValue(argument.getSourceLocation()))
                        .orElse(null);
    }

    private @Nullable Found wrongDefault(@Nullable SourceLocation place) {
        VariableDefinition variable = places.at(place, VariableDefinition.class);
        GraphQLType type = variable == null ? null : TypeFromAST.getTypeFromAST(schema, variable.getType());
        InputCheck.Problem problem =
                variable == null || type == null ? null : InputCheck.of(type, variable.getDefaultValue());
        if (variable == null || problem == null) {
            return null;
        }
        String at = problem.path().isEmpty() ? "" : " at " + problem.path();
        return Found.at(
                place,
                "The default of the variable '$" + variable.getName() + "'" + at + ": " + problem.sentence(guesses));
    }

    private @Nullable Found conflict(List<SourceLocation> at) {
        List<Field> fields = new ArrayList<>();
        for (SourceLocation place : at) {
            Field field = places.at(place, Field.class);
            if (field != null) {
                fields.add(field);
            }
        }
        if (fields.size() < 2) {
            return null;
        }
        Field one = fields.get(0);
        Field other = fields.get(1);
        String key = one.getResultKey();
        String what = one.getName().equals(other.getName())
                ? "the field '" + one.getName() + "' with different arguments or of different types"
                : "two different fields, '" + one.getName() + "' and '" + other.getName() + "'";
        return new Found("'" + key + "' stands for " + what + ": give one of them an alias of its own.", at);
    }

    private Found unknownType(@Nullable SourceLocation place, List<String> names) {
        String name = names.isEmpty() ? "" : names.get(0);
        SourceLocation at = place;
        if (at == null) {
            at = places.all(FragmentDefinition.class).stream()
                    .filter(fragment -> isOf(fragment.getTypeCondition(), name))
                    .map(FragmentDefinition::getSourceLocation)
                    .findFirst()
                    .or(() -> places.all(InlineFragment.class).stream()
                            .filter(inline -> isOf(inline.getTypeCondition(), name))
                            .map(InlineFragment::getSourceLocation)
                            .findFirst())
                    .orElse(null);
        }
        return Found.at(at, "There is no type '" + name + "'." + guesses.meant(name, places.typeNames()));
    }

    private static boolean isOf(@Nullable TypeName condition, String name) {
        return condition != null && condition.getName().equals(name);
    }

    private @Nullable GraphQLType type(Argument argument) {
        Node<?> owner = places.parent(argument);
        if (owner instanceof Field field) {
            GraphQLFieldDefinition definition = places.definition(field);
            GraphQLArgument declared = definition == null ? null : definition.getArgument(argument.getName());
            return declared == null ? null : declared.getType();
        }
        GraphQLDirective directive = owner instanceof Directive written ? schema.getDirective(written.getName()) : null;
        GraphQLArgument declared = directive == null ? null : directive.getArgument(argument.getName());
        return declared == null ? null : declared.getType();
    }
}
