package dev.meishi.differential;

import dev.meishi.differential.ResponseShape.Parent;
import dev.meishi.differential.ResponseShape.Use;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Selection sets of one document and the fragments they spread, whatever the schema has to select from. */
final class RandomSelections {

    private static final int MOST_LEVELS = 9;

    private final GraphQLSchema schema;
    private final Dice dice;
    private final RandomArguments arguments;
    private final Map<String, Fragment> fragments = new LinkedHashMap<>();
    private int fieldsLeft;
    private int names;

    RandomSelections(GraphQLSchema schema, Dice dice, RandomArguments arguments) {
        this.schema = schema;
        this.dice = dice;
        this.arguments = arguments;
    }

    /** A fragment that can be spread: nothing is added to it any more. */
    private record Fragment(String text, GraphQLCompositeType type, ResponseShape shape) {}

    /** The selection set of an operation, with its braces, of about so many fields. */
    String root(int fields) {
        fieldsLeft = fields;
        return set(schema.getQueryType(), new ResponseShape(), 0, dice.between(1, 3));
    }

    /** The definitions of all fragments, by name with the dots before it. */
    Map<String, String> fragments() {
        Map<String, String> texts = new LinkedHashMap<>();
        fragments.forEach((name, fragment) -> texts.put(name, fragment.text));
        return texts;
    }

    private String set(GraphQLCompositeType type, ResponseShape shape, int level, int width) {
        List<String> selections = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            selections.add(selection(type, shape, level));
        }
        return "{" + dice.oneOf(" ", "\n  ") + String.join(dice.oneOf(" ", "\n", ", "), selections) + "}";
    }

    private int width(int level) {
        return fieldsLeft <= 0 || level >= MOST_LEVELS ? 1 : 1 + dice.few(Math.min(7, fieldsLeft));
    }

    private String selection(GraphQLCompositeType type, ResponseShape shape, int level) {
        int chance = type instanceof GraphQLObjectType ? 8 : 30;
        if (level < MOST_LEVELS && fieldsLeft > 0) {
            if (dice.percent(chance)) {
                return inline(type, shape, level);
            }
            if (dice.percent(chance) && !isIntrospective(type)) {
                String spread = spread(type, shape, level);
                if (spread != null) {
                    return spread;
                }
            }
        }
        return field((GraphQLFieldsContainer) type, shape, level);
    }

    private String inline(GraphQLCompositeType type, ResponseShape shape, int level) {
        boolean isTyped = dice.percent(75) && !isIntrospective(type);
        GraphQLCompositeType narrowed = isTyped ? dice.oneOf(conditions(type)) : type;
        return "..." + (isTyped ? " on " + narrowed.getName() : "") + arguments.conditions() + " "
                + set(narrowed, shape, level, width(level));
    }

    /** Its fields have other types by its name than by the way to it: the two are refused as one response key. */
    private static boolean isIntrospective(GraphQLCompositeType type) {
        return Introspection.isIntrospectionTypes(type);
    }

    /** Of a fragment that is there, or of a new one; null if that would be in conflict with what is selected. */
    private @Nullable String spread(GraphQLCompositeType type, ResponseShape shape, int level) {
        List<GraphQLCompositeType> conditions = conditions(type);
        List<String> fitting = fragments.entrySet().stream()
                .filter(fragment -> conditions.contains(fragment.getValue().type))
                .map(Map.Entry::getKey)
                .toList();
        String name = fitting.isEmpty() || dice.percent(30)
                ? newFragment(dice.oneOf(conditions), level)
                : dice.oneOf(fitting);
        ResponseShape added = fragment(name).shape;
        if (!shape.allows(added)) {
            return null;
        }
        shape.add(added);
        return name + arguments.conditions();
    }

    private Fragment fragment(String name) {
        Fragment fragment = fragments.get(name);
        if (fragment == null) {
            throw new IllegalArgumentException(name);
        }
        return fragment;
    }

    private String newFragment(GraphQLCompositeType type, int level) {
        ResponseShape shape = new ResponseShape();
        String set = set(type, shape, level, width(level));
        String name = "...F" + names++;
        fragments.put(
                name, new Fragment("fragment " + name.substring(3) + " on " + type.getName() + " " + set, type, shape));
        return name;
    }

    /** Types that objects of a type may be of as well. */
    private List<GraphQLCompositeType> conditions(GraphQLCompositeType type) {
        if (type instanceof GraphQLInterfaceType any) {
            return Stream.<GraphQLCompositeType>concat(Stream.of(any), schema.getImplementations(any).stream())
                    .toList();
        }
        return Stream.concat(
                        Stream.of(type),
                        ((GraphQLObjectType) type).getInterfaces().stream().map(GraphQLCompositeType.class::cast))
                .toList();
    }

    private String field(GraphQLFieldsContainer type, ResponseShape shape, int level) {
        fieldsLeft--;
        GraphQLFieldDefinition field = anyField(type, level);
        Parent parent = new Parent(type.getName(), type instanceof GraphQLObjectType);
        String printed = printed(field);
        String key = key(type, field, shape);
        Use known = shape.use(key, parent);
        Use use = known != null && known.field().equals(field.getName())
                ? known
                : new Use(field.getName(), arguments.of(field));
        if (!shape.allows(key, parent, use, printed)) {
            key = "z" + names++;
        }
        ResponseShape below = shape.select(key, parent, use, printed);
        String alias = key.equals(use.field()) ? dice.oneOf("", "", "", key + ": ") : key + ": ";
        String set = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType object
                ? " " + set(object, below, level + 1, width(level + 1))
                : "";
        return alias + use.field() + use.arguments() + arguments.conditions() + set;
    }

    /**
     * Its type. As the one of {@code __typename} stands what no other field has: under one key with a field that is never null
     * graphql-java 24 refuses it if that comes first, although GraphQL allows it (October 2021, section 5.3.2).
     */
    private static String printed(GraphQLFieldDefinition field) {
        return field.getName().equals(Introspection.TypeNameMetaFieldDef.getName())
                ? field.getName()
                : GraphQLTypeUtil.simplePrint(field.getType());
    }

    /** Its own name, that of another field, one that is taken, or one that stands for nothing. */
    private String key(GraphQLFieldsContainer type, GraphQLFieldDefinition field, ResponseShape shape) {
        return switch (dice.below(20)) {
            case 0, 1 -> "a" + dice.below(5);
            case 2 -> dice.oneOf(type.getFieldDefinitions()).getName();
            case 3 -> shape.keys().isEmpty() ? field.getName() : dice.oneOf(shape.keys());
            case 4 -> dice.oneOf("data", "errors", "_", "true", "null", "on", "query", "__proto__");
            default -> field.getName();
        };
    }

    private GraphQLFieldDefinition anyField(GraphQLFieldsContainer type, int level) {
        if (dice.percent(6)) {
            return Introspection.TypeNameMetaFieldDef;
        }
        if (type.equals(schema.getQueryType()) && dice.percent(1)) {
            return dice.oneOf(
                    schema.getIntrospectionSchemaFieldDefinition(), schema.getIntrospectionTypeFieldDefinition());
        }
        List<GraphQLFieldDefinition> fields = type.getFieldDefinitions();
        if (fieldsLeft <= 0 || level >= MOST_LEVELS) {
            List<GraphQLFieldDefinition> leaves =
                    fields.stream().filter(RandomSelections::isLeaf).toList();
            return leaves.isEmpty() ? Introspection.TypeNameMetaFieldDef : dice.oneOf(leaves);
        }
        List<GraphQLFieldDefinition> fallible =
                fields.stream().filter(RandomSelections::isNullableList).toList();
        return dice.oneOf(fallible.isEmpty() || dice.percent(80) ? fields : fallible);
    }

    /** A list that can be had is never null, so it has a way of its own to fail. */
    private static boolean isNullableList(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isList(field.getType());
    }

    private static boolean isLeaf(GraphQLFieldDefinition field) {
        GraphQLNamedOutputType type = (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType());
        return !(type instanceof GraphQLCompositeType);
    }
}
