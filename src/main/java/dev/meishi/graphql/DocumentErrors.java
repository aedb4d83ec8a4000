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
import graphql.schema.GraphQLTypeUtil;
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

    private DocumentErrors(Document document, GraphQLSchema schema) {
        this.schema = schema;
        this.places = new DocumentPlaces(document, schema);
    }

    /**
     * The engine's errors in words of our own, each once.
     *
     * @param errors as the engine found them, at least one
     * @param document that has them
     * @param schema that it was validated with
     * @return {@code GRAPHQL_VALIDATION_FAILED}, each with its place
     */
    static List<GraphQLError> of(List<ValidationError> errors, Document document, GraphQLSchema schema) {
        DocumentErrors said = new DocumentErrors(document, schema);
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
        Found found =
                switch (type) {
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
        String text = text(type, place, names);
        return new Found(text == null ? plain : text, at);
    }

    private @Nullable String text(ValidationErrorType type, @Nullable SourceLocation place, List<String> names) {
        String name = names.isEmpty() ? "" : names.get(0);
        String second = names.size() < 2 ? "" : names.get(1);
        return switch (type) {
            case MissingFieldArgument -> "The field '" + fieldAt(place) + "' needs the argument '" + name + "'"
                    + ofType(places.at(place, Field.class), name) + ".";
            case MissingDirectiveArgument -> "The directive '@" + directiveAt(place) + "' needs the argument '" + name
                    + "'.";
            case UnknownArgument -> "The field '" + fieldAt(place) + "' has no argument '" + name + "'.";
            case UnknownDirective -> places.at(place, Argument.class) == null
                    ? "There is no directive '@" + name + "'."
                    : "The directive '@" + directiveAt(place) + "' has no argument '" + name + "'.";
            case MisplacedDirective -> "The directive '@" + name + "' is not for this place.";
            case DuplicateDirectiveName -> "The directive '@" + name + "' stands twice in one place.";
            case FieldUndefined -> "The type '" + second + "' has no field '" + name + "'.";
            case SubselectionRequired -> "The field '" + second + "' has fields of its own, of the type " + name
                    + ": say which of them are wanted, in braces.";
            case SubselectionNotAllowed -> "The field '" + second + "' is a single value of the type " + name
                    + ": nothing can be selected of it.";
            case InlineFragmentTypeConditionInvalid, FragmentTypeConditionInvalid ->
                "A fragment is on an object type or an interface, which '" + condition(place) + "' is not.";
            case UndefinedFragment -> "The document has no fragment '" + name + "'.";
            case UnusedFragment -> "The fragment '" + name + "' is not used: spread it or leave it out.";
            case NonInputTypeOnVariable -> "The variable '$" + name + "' cannot be of the type " + second
                    + ", which is no type of input.";
            case UndefinedVariable -> "The variable '$" + name + "' is used and not declared by the operation.";
            case UnusedVariable -> "The variable '$" + name + "' is declared and not used: use it or leave it out.";
            case VariableTypeMismatch -> names.size() < 3
                    ? null
                    : "The variable '$" + name + "' is of the type " + second + ", and " + names.get(2)
                            + " is wanted here.";
            case LoneAnonymousOperationViolation ->
                "An operation without a name is the only one of its document: name all of them.";
            case DuplicateArgumentNames -> "There can be only one argument '" + name + "'"
                    + (fieldAt(place).isEmpty() ? "." : " of the field '" + fieldAt(place) + "'.");
            case DuplicateVariableName -> "There can be only one variable '$" + name + "' of an operation.";
            case DuplicateOperationName -> "There can be only one operation named '" + name + "'.";
            case DuplicateFragmentName -> "There can be only one fragment named '" + name + "'.";
            case UniqueObjectFieldName -> "There can be only one field '" + name + "' of an input object.";
            case UnknownOperation -> "The schema has no type '" + name + "': such operations are not executed.";
            case InvalidFragmentType -> names.size() < 2
                    ? null
                    : "A fragment on '" + names.get(names.size() - 1) + "' selects nothing here: no object of the type '"
                            + names.get(names.size() - 2) + "' is one.";
            case NonExecutableDefinition ->
                "A document has operations and fragments; a definition of the schema is neither.";
            default -> null;
        };
    }

    /** An argument of a field or a directive. */
    private @Nullable Found wrongValue(@Nullable SourceLocation place) {
        Argument argument = places.at(place, Argument.class);
        GraphQLType type = argument == null ? null : type(argument);
        InputCheck.Problem problem =
                argument == null || type == null ? null : InputCheck.of(type, argument.getValue());
        if (argument == null || problem == null) {
            return null;
        }
        String path = problem.path().isEmpty() || problem.path().startsWith("[") ? problem.path() : "." + problem.path();
        SourceLocation inside = problem.place();
        return Found.at(
                inside == null ? place : inside,
                "The argument '" + argument.getName() + path + "' of " + owner(argument) + ": " + problem.text() + ".");
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
        return Found.at(place, "The default of the variable '$" + variable.getName() + "'" + at + ": " + problem.text() + ".");
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
        return Found.at(at, "There is no type '" + name + "'.");
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
        GraphQLDirective directive =
                owner instanceof Directive written ? schema.getDirective(written.getName()) : null;
        GraphQLArgument declared = directive == null ? null : directive.getArgument(argument.getName());
        return declared == null ? null : declared.getType();
    }

    private String owner(Argument argument) {
        return places.parent(argument) instanceof Directive directive
                ? "the directive '@" + directive.getName() + "'"
                : "the field '" + fieldAt(argument.getSourceLocation()) + "'";
    }

    /** The field at a place, or the one whose argument is there. */
    private String fieldAt(@Nullable SourceLocation place) {
        Field field = places.at(place, Field.class);
        Argument argument = places.at(place, Argument.class);
        if (field == null && argument != null && places.parent(argument) instanceof Field owner) {
            field = owner;
        }
        return field == null ? "" : field.getName();
    }

    private String directiveAt(@Nullable SourceLocation place) {
        Directive directive = places.at(place, Directive.class);
        Argument argument = places.at(place, Argument.class);
        if (directive == null && argument != null && places.parent(argument) instanceof Directive owner) {
            directive = owner;
        }
        return directive == null ? "" : directive.getName();
    }

    private String ofType(@Nullable Field field, String argument) {
        GraphQLFieldDefinition definition = field == null ? null : places.definition(field);
        GraphQLArgument declared = definition == null ? null : definition.getArgument(argument);
        return declared == null ? "" : ", of the type " + GraphQLTypeUtil.simplePrint(declared.getType());
    }

    private String condition(@Nullable SourceLocation place) {
        InlineFragment inline = places.at(place, InlineFragment.class);
        if (inline != null && inline.getTypeCondition() != null) {
            return inline.getTypeCondition().getName();
        }
        FragmentDefinition fragment = places.at(place, FragmentDefinition.class);
        return fragment == null ? "" : fragment.getTypeCondition().getName();
    }
}
