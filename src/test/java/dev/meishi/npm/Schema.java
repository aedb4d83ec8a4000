package dev.meishi.npm;

import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.parser.Parser;
import graphql.schema.idl.TypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What caches of clients have to know of a schema. */
final class Schema {

    /** Types of one value of the object it stands in: all queries that read it read the same one. */
    static final List<String> VALUES = List.of("DetailedName", "Name", "PageInfo");

    /** Arguments that choose a page of a list. {@code last} alone is another list: the one that is read from its end. */
    private static final Set<String> PAGE = Set.of("first", "after", "before");

    private final List<ObjectTypeDefinition> objects;
    private final List<InterfaceTypeDefinition> interfaces;

    Schema(String sdl) {
        var document = Parser.parse(sdl);
        objects = document.getDefinitionsOfType(ObjectTypeDefinition.class);
        interfaces = document.getDefinitionsOfType(InterfaceTypeDefinition.class);
    }

    /** The types of each interface. */
    Map<String, List<String>> possibleTypes() {
        Map<String, List<String>> types = new TreeMap<>();
        interfaces.forEach(type -> types.put(type.getName(), names(object -> implementsType(object, type.getName()))));
        return types;
    }

    /** Types without an id that are no single value: parts of a contact, and pages. */
    List<String> parts() {
        return withoutId(name -> !VALUES.contains(name) && !isPage(name));
    }

    /** Types of pages and of their edges. */
    List<String> pages() {
        return withoutId(Schema::isPage);
    }

    /** Root fields with pages, and the arguments that make a list another one. */
    Map<String, List<String>> lists() {
        return fields("Query")
                .filter(field -> isPage(name(field.getType())))
                .collect(Collectors.toMap(
                        FieldDefinition::getName,
                        field -> field.getInputValueDefinitions().stream()
                                .map(InputValueDefinition::getName)
                                .filter(argument -> !PAGE.contains(argument))
                                .toList(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** For each node the fields that are lists of objects. */
    Map<String, List<String>> listsOfNodes() {
        Map<String, List<String>> lists = new TreeMap<>();
        for (String node : names(Schema::isNode)) {
            List<String> names = fields(node)
                    .filter(field -> isList(field.getType()))
                    .filter(field ->
                            objects.stream().anyMatch(type -> type.getName().equals(name(field.getType()))))
                    .map(FieldDefinition::getName)
                    .toList();
            if (!names.isEmpty()) {
                lists.put(node, names);
            }
        }
        return lists;
    }

    private Stream<FieldDefinition> fields(String type) {
        return objects.stream()
                .filter(object -> object.getName().equals(type))
                .flatMap(object -> object.getFieldDefinitions().stream());
    }

    private List<String> withoutId(Predicate<String> wanted) {
        return names(type -> !isNode(type) && !type.getName().equals("Query") && wanted.test(type.getName()));
    }

    private List<String> names(Predicate<ObjectTypeDefinition> wanted) {
        return objects.stream()
                .filter(wanted)
                .map(ObjectTypeDefinition::getName)
                .sorted()
                .toList();
    }

    private static boolean isNode(ObjectTypeDefinition type) {
        return implementsType(type, "Node");
    }

    private static boolean implementsType(ObjectTypeDefinition type, String name) {
        return type.getImplements().stream()
                .anyMatch(implemented -> TypeUtil.simplePrint(implemented).equals(name));
    }

    private static boolean isPage(String type) {
        return type.endsWith("Connection") || type.endsWith("Edge");
    }

    private static boolean isList(Type<?> type) {
        return type instanceof ListType || (type instanceof NonNullType given && isList(given.getType()));
    }

    private static String name(Type<?> type) {
        if (type instanceof NonNullType given) {
            return name(given.getType());
        }
        return type instanceof ListType list ? name(list.getType()) : ((TypeName) type).getName();
    }
}
