package dev.meishi;

import static java.util.function.Function.identity;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.Node;
import graphql.language.SDLNamedDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.DiffLevel;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between two schemas, by schema coordinates such as {@code Query.contacts(filter:)}, and what of it breaks clients. */
final class SchemaChanges {

    private static final Pattern SECTION = Pattern.compile("(?ms)^## Unreleased$(.*?)(?=^## |\\z)");
    private static final Pattern BREAKING = Pattern.compile("(?ms)^### Breaking$(.*?)(?=^### |\\z)");
    private static final Pattern ENTRY = Pattern.compile("(?m)^- (`[^`]+`(?:(?:, | and )`[^`]+`)*): \\S");
    private static final Pattern COORDINATE = Pattern.compile("`([^`]+)`");

    private final String before;
    private final String after;

    /** Between two schemas in the schema definition language. */
    SchemaChanges(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** Coordinates of what was added, removed or declared otherwise; what belongs to a type that came or went is part of it. */
    Set<String> all() {
        Map<String, String> old = declared(before);
        Map<String, String> now = declared(after);
        Set<String> different = Stream.of(old, now)
                .flatMap(some -> some.keySet().stream())
                .filter(coordinate -> !Objects.equals(old.get(coordinate), now.get(coordinate)))
                .collect(Collectors.toCollection(TreeSet::new));
        different.removeIf(coordinate -> {
            String type = coordinate.replaceFirst("\\..*", "");
            return !type.equals(coordinate) && old.containsKey(type) != now.containsKey(type);
        });
        return different;
    }

    /** Coordinates of types and fields of which something breaks documents or clients that the schema before was for. */
    Set<String> breaking() {
        CapturingReporter reporter = new CapturingReporter();
        new SchemaDiff(SchemaDiff.Options.defaultOptions())
                .diffSchema(SchemaDiffSet.diffSetFromSdl(schema(before), schema(after)), reporter);
        return reporter.getEvents().stream()
                .filter(event -> event.getLevel() == DiffLevel.BREAKING)
                .map(SchemaChanges::place)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String place(DiffEvent event) {
        return event.getFieldName() == null ? event.getTypeName() : event.getTypeName() + "." + event.getFieldName();
    }

    /** What a changelog does not say of the changes, and what it says that is none; empty if it is complete. */
    Set<String> unlisted(String changelog) {
        String section = first(SECTION, changelog);
        Set<String> listed = coordinates(section);
        Set<String> listedAsBreaking = coordinates(first(BREAKING, section));
        Set<String> wrong = new TreeSet<>();
        all().stream().filter(change -> !listed.contains(change)).forEach(change -> wrong.add("not listed: " + change));
        listed.stream().filter(change -> !all().contains(change)).forEach(change -> wrong.add("no change: " + change));
        breaking().stream()
                .filter(place -> listedAsBreaking.stream().noneMatch(change -> isOf(change, place)))
                .forEach(place -> wrong.add("breaking: " + place));
        return wrong;
    }

    private static boolean isOf(String change, String place) {
        return change.equals(place) || change.startsWith(place + ".") || change.startsWith(place + "(");
    }

    private static String first(Pattern section, String text) {
        return section.matcher(text)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElse("");
    }

    private static Set<String> coordinates(String text) {
        return ENTRY.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(entry -> COORDINATE.matcher(entry).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static GraphQLSchema schema(String text) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(text));
    }

    /** Each thing's declaration without its parts and descriptions. */
    private static Map<String, String> declared(String text) {
        Map<String, String> declared = new TreeMap<>();
        for (Definition<?> definition : Parser.parse(text).getDefinitions()) {
            if (definition instanceof SDLNamedDefinition<?> type) {
                declare(type, declared);
            }
        }
        return declared;
    }

    private static void declare(SDLNamedDefinition<?> type, Map<String, String> declared) {
        String name = type.getName();
        declared.put(name, type.getClass().getSimpleName() + names(type));
        if (type instanceof ImplementingTypeDefinition<?> fields) {
            for (FieldDefinition field : fields.getFieldDefinitions()) {
                String coordinate = name + "." + field.getName();
                declared.put(coordinate, AstPrinter.printAst(field.getType()) + marks(field.getDirectives()));
                field.getInputValueDefinitions()
                        .forEach(argument ->
                                declared.put(coordinate + "(" + argument.getName() + ":)", declaration(argument)));
            }
        } else if (type instanceof InputObjectTypeDefinition input) {
            input.getInputValueDefinitions()
                    .forEach(field -> declared.put(name + "." + field.getName(), declaration(field)));
        } else if (type instanceof EnumTypeDefinition values) {
            values.getEnumValueDefinitions()
                    .forEach(value -> declared.put(name + "." + value.getName(), marks(value.getDirectives())));
        }
    }

    private static List<String> names(SDLNamedDefinition<?> type) {
        List<? extends Node<?>> others = type instanceof UnionTypeDefinition union
                ? union.getMemberTypes().stream()
                        .map(member -> (Node<?>) member)
                        .toList()
                : type instanceof ImplementingTypeDefinition<?> implementing
                        ? implementing.getImplements().stream()
                                .map(face -> (Node<?>) face)
                                .toList()
                        : List.of();
        return others.stream().map(AstPrinter::printAst).sorted().toList();
    }

    private static String declaration(InputValueDefinition value) {
        return AstPrinter.printAst(value.getType())
                + (value.getDefaultValue() == null ? "" : " = " + AstPrinter.printAst(value.getDefaultValue()))
                + marks(value.getDirectives());
    }

    private static String marks(List<Directive> directives) {
        return directives.stream()
                .map(Directive::getName)
                .collect(Collectors.toMap(identity(), identity(), (one, same) -> one, TreeMap::new))
                .keySet()
                .toString();
    }
}
