package dev.meishi.graphql;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.ValidationErrorType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of the errors of a document, by their kind. */
final class DocumentSentences {

    private final DocumentPlaces places;
    private final Guesses guesses;

    DocumentSentences(DocumentPlaces places, Guesses guesses) {
        this.places = places;
        this.guesses = guesses;
    }

    /**
     * A sentence.
     *
     * @param type of the error
     * @param place where it is
     * @param names that the engine's message has
     * @return null if the engine's own is as good
     */
    @Nullable
    String of(ValidationErrorType type, @Nullable SourceLocation place, List<String> names) {
        String name = names.isEmpty() ? "" : names.get(0);
        String second = names.size() < 2 ? "" : names.get(1);
        return switch (type) {
            case MissingFieldArgument ->
                "The field '" + fieldAt(place) + "' needs the argument '" + name + "'"
                        + ofType(places.at(place, Field.class), name) + ".";
            case MissingDirectiveArgument ->
                "The directive '@" + directiveAt(place) + "' needs the argument '" + name + "'.";
            case UnknownArgument ->
                "The field '" + fieldAt(place) + "' has no argument '" + name + "'."
                        + guesses.meant(name, arguments(place));
            case UnknownDirective ->
                places.at(place, Argument.class) == null
                        ? "There is no directive '@" + name + "'."
                        : "The directive '@" + directiveAt(place) + "' has no argument '" + name + "'.";
            case MisplacedDirective -> "The directive '@" + name + "' is not allowed here.";
            case DuplicateDirectiveName -> "The directive '@" + name + "' is used twice in one place: leave one out.";
            case FieldUndefined ->
                "The type '" + second + "' has no field '" + name + "'."
                        + guesses.meant(name, places.fieldNames(second));
            case SubselectionRequired ->
                "The field '" + second + "' is of the type " + name
                        + ", which has fields: select some of them in braces.";
            case SubselectionNotAllowed ->
                "The field '" + second + "' is of the type " + name + ", which has no fields: leave out the braces.";
            case InlineFragmentTypeConditionInvalid, FragmentTypeConditionInvalid ->
                "A fragment must be on an object type or an interface, and '" + condition(place) + "' is neither.";
            case UndefinedFragment -> "The document has no fragment '" + name + "'.";
            case UnusedFragment -> "The fragment '" + name + "' is not used: spread it or leave it out.";
            case NonInputTypeOnVariable ->
                "The variable '$" + name + "' cannot be of the type " + second + ", which is not an input type.";
            case UndefinedVariable -> "The variable '$" + name + "' is used, but the operation does not declare it.";
            case UnusedVariable -> "The variable '$" + name + "' is declared, but not used: use it or leave it out.";
            case VariableTypeMismatch ->
                names.size() < 3
                        ? null
                        : "The variable '$" + name + "' is of the type " + second + ", but " + names.get(2)
                                + " is expected here.";
            case LoneAnonymousOperationViolation ->
                "An operation without a name must be the only one of its document: name all operations.";
            case DuplicateArgumentNames ->
                "There can be only one argument '" + name + "'"
                        + (fieldAt(place).isEmpty() ? "." : " of the field '" + fieldAt(place) + "'.");
            case DuplicateVariableName -> "There can be only one variable '$" + name + "' of an operation.";
            case DuplicateOperationName -> "There can be only one operation named '" + name + "'.";
            case DuplicateFragmentName -> "There can be only one fragment named '" + name + "'.";
            case UniqueObjectFieldName -> "There can be only one field '" + name + "' of an input object.";
            case UnknownOperation ->
                "The schema has no type '" + name + "': operations of this kind are not supported.";
            case InvalidFragmentType ->
                names.size() < 2
                        ? null
                        : "A fragment on '" + names.get(names.size() - 1)
                                + "' never matches here: no object of the type '" + names.get(names.size() - 2)
                                + "' is one.";
            case NonExecutableDefinition ->
                "A document may have operations and fragments only; this is a definition of the type system.";
            default -> null;
        };
    }

    /** What an argument belongs to. */
    String owner(Argument argument) {
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

    /** What the field whose argument is at a place has arguments for. */
    private List<String> arguments(@Nullable SourceLocation place) {
        Argument argument = places.at(place, Argument.class);
        GraphQLFieldDefinition definition =
                argument != null && places.parent(argument) instanceof Field field ? places.definition(field) : null;
        return definition == null
                ? List.of()
                : definition.getArguments().stream()
                        .map(GraphQLArgument::getName)
                        .toList();
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
