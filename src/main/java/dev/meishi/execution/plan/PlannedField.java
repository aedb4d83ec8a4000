package dev.meishi.execution.plan;

import dev.meishi.execution.smallrye.FieldReader;
import dev.meishi.execution.smallrye.SelectedNames;
import dev.meishi.json.Literal;
import graphql.execution.MergedField;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import org.dataloader.BatchLoaderWithContext;
import org.jspecify.annotations.Nullable;

/**
 * A field of one object type in a plan: where its value comes from, and how that is written.
 *
 * @param key the field's name in the answer as JSON, with the sign before it and the colon behind it
 * @param owner the type that has the field
 * @param merged its selections in the document
 * @param definition in the schema; null for {@code __typename}, {@code __schema} and {@code __type}
 * @param source where the value comes from
 * @param value how it is written
 * @param selection what is selected below it
 */
record PlannedField(
        Literal key,
        GraphQLObjectType owner,
        MergedField merged,
        @Nullable GraphQLFieldDefinition definition,
        Source source,
        ValueWriter value,
        SelectedNames selection) {

    /** Where a field's value comes from. */
    sealed interface Source {}

    /**
     * It is the same for all objects of the type: {@code __typename}.
     *
     * @param json the value
     */
    record Fixed(Literal json) implements Source {}

    /**
     * It is the same for all requests with the same variables: {@code __schema} and {@code __type}.
     *
     * @param json the value, in UTF-8
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them, and nobody writes into it.
    record Introspected(byte[] json) implements Source {}

    /**
     * A property of the object.
     *
     * @param reader of it
     */
    record Property(FieldReader reader) implements Source {}

    /**
     * A resolver that is called for each object.
     *
     * @param slot the place of its results in a run
     * @param fetcher the resolver
     */
    record Resolver(int slot, DataFetcher<?> fetcher) implements Source {}

    /**
     * A resolver that is called once for all objects.
     *
     * @param slot the place of its results in a run
     * @param loader the resolver
     */
    record BatchResolver(int slot, BatchLoaderWithContext<Object, Object> loader) implements Source {}

    boolean isResolved() {
        return source instanceof Resolver || source instanceof BatchResolver;
    }

    /** The first field of an object opens it, the others follow a comma. */
    static Literal key(String name, boolean isFirst) {
        return new Literal((isFirst ? "{\"" : ",\"") + name + "\":");
    }
}
