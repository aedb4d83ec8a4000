package dev.meishi.graphql;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An operation of a document that is valid and within the limits. */
public final class PreparedOperation {

    private final Document document;
    private final OperationDefinition definition;
    private final GraphQLCompositeType root;
    private final Map<String, FragmentDefinition> fragments;
    private final Set<String> fields;
    private final Costs costs = new Costs();
    private volatile @Nullable Object derived;

    /**
     * An operation.
     *
     * @param document that it is part of
     * @param definition the operation itself
     * @param root the type it selects from
     * @param fragments of the document, by name
     * @param fields coordinates ({@code Type.field}) of all fields selected
     */
    public PreparedOperation(
            Document document,
            OperationDefinition definition,
            GraphQLCompositeType root,
            Map<String, FragmentDefinition> fragments,
            Set<String> fields) {
        this.document = document;
        this.definition = definition;
        this.root = root;
        this.fragments = fragments;
        this.fields = fields;
    }

    /**
     * The document that it is part of.
     *
     * @return valid
     */
    public Document document() {
        return document;
    }

    /**
     * The operation itself.
     *
     * @return one of the document's
     */
    public OperationDefinition definition() {
        return definition;
    }

    /**
     * The type it selects from.
     *
     * @return of the schema
     */
    public GraphQLCompositeType root() {
        return root;
    }

    /**
     * The fragments of the document.
     *
     * @return by name
     */
    public Map<String, FragmentDefinition> fragments() {
        return fragments;
    }

    /**
     * All fields selected.
     *
     * @return their coordinates, {@code Type.field}
     */
    public Set<String> fields() {
        return fields;
    }

    /**
     * How many objects the answer may hold.
     *
     * @param variables as sent; what is missing or no number counts as the variable's default or as absent
     * @param schema that it is valid for, the same for all calls
     * @param config the sizes to assume, the same for all calls
     * @return objects, 2,147,483,648 at most
     */
    public long cost(Map<String, ?> variables, GraphQLSchema schema, LimitsConfig config) {
        return estimate(variables, schema, config).objects();
    }

    /**
     * How large the answer may be.
     *
     * @param variables as sent; what is missing or no number counts as the variable's default or as absent
     * @param schema that it is valid for, the same for all calls
     * @param config the sizes to assume, the same for all calls
     * @return objects and bytes
     */
    public Estimate estimate(Map<String, ?> variables, GraphQLSchema schema, LimitsConfig config) {
        return costs.of(this, variables, schema, config);
    }

    /**
     * What whoever executes it works out of it, kept with it.
     *
     * @param type of what is worked out; the same for all calls
     * @param how it is worked out; may be called more than once
     * @return the same as the first time
     */
    public <T> T derived(Class<T> type, Function<PreparedOperation, T> how) {
        Object known = derived;
        if (known == null) {
            known = how.apply(this);
            derived = known;
        }
        return type.cast(known);
    }
}
