package dev.meishi.graphql;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLCompositeType;
import java.util.Map;
import java.util.Set;

/**
 * An operation of a document that is valid and within the limits.
 *
 * @param document that it is part of
 * @param definition the operation itself
 * @param root the type it selects from
 * @param fragments of the document, by name
 * @param fields coordinates ({@code Type.field}) of all fields selected
 */
public record PreparedOperation(
        Document document,
        OperationDefinition definition,
        GraphQLCompositeType root,
        Map<String, FragmentDefinition> fragments,
        Set<String> fields) {}
