package dev.meishi.export;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The query of an export: a page of contacts with every field that takes no call for each contact. */
final class ContactDocument {

    /** Those that take a call for each contact, and names that need lists of the whole company, and scopes for them. */
    private static final Set<String> NOT_OF_A_PAGE =
            Set.of("Contact.detailedName", "Contact.master", "SharedMember.member", "SharedMember.name");

    private ContactDocument() {}

    /**
     * The query.
     *
     * @param schema that says what a contact has; what is deprecated is left out, what takes a call for each contact, and
     *     an object within one of its own kind
     * @return its text, with the variables {@code first}, {@code after} and {@code filter}
     */
    static String of(GraphQLSchema schema) {
        return "query Export($first: Int, $after: String, $filter: ContactFilter) {"
                + " contacts(first: $first, after: $after, filter: $filter) {"
                + " nodes " + fields(schema.getObjectType("Contact"), List.of())
                + " pageInfo { hasNextPage endCursor } } }";
    }

    private static String fields(GraphQLObjectType type, List<GraphQLObjectType> around) {
        List<GraphQLObjectType> inside = new ArrayList<>(around);
        inside.add(type);
        StringBuilder text = new StringBuilder("{");
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            if (!field.isDeprecated()
                    && field.getArguments().isEmpty()
                    && !NOT_OF_A_PAGE.contains(type.getName() + "." + field.getName())) {
                text.append(field(field, inside));
            }
        }
        return text.append(" }").toString();
    }

    private static String field(GraphQLFieldDefinition field, List<GraphQLObjectType> around) {
        GraphQLType type = GraphQLTypeUtil.unwrapAll(field.getType());
        if (type instanceof GraphQLScalarType || type instanceof GraphQLEnumType) {
            return " " + field.getName();
        }
        return type instanceof GraphQLObjectType object && !around.contains(object)
                ? " " + field.getName() + " " + fields(object, around)
                : "";
    }
}
