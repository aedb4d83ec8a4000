package dev.meishi.execution.plan;

import dev.meishi.graphql.PreparedOperation;
import graphql.schema.GraphQLSchema;

/**
 * An operation compiled for one way in which its conditions can turn out: its fields merged and in order as section 6.3.2
 * of the specification has it, each bound to what reads it and to its name as JSON.
 */
final class Plan {

    /** Of an answer, before there was one. */
    private static final int FIRST_LENGTH = 4_096;

    private final GraphQLSchema schema;
    private final PreparedOperation operation;
    private final FieldsWriter root;
    private final int slots;
    private final boolean isPathWanted;
    private final boolean isLoaderShared;
    private final int weight;
    private volatile int usualLength = FIRST_LENGTH;

    /**
     * A plan.
     *
     * @param schema that it is executed with
     * @param operation that it was compiled from
     * @param root the fields of the operation itself, each with a resolver
     * @param slots how many resolvers there are
     * @param isPathWanted whether a resolver below the root is called for single objects, and may want to know where
     * @param isLoaderShared whether several of its fields are resolved by one loader
     * @param weight bytes of heap it takes, about
     */
    Plan(
            GraphQLSchema schema,
            PreparedOperation operation,
            FieldsWriter root,
            int slots,
            boolean isPathWanted,
            boolean isLoaderShared,
            int weight) {
        this.schema = schema;
        this.operation = operation;
        this.root = root;
        this.slots = slots;
        this.isPathWanted = isPathWanted;
        this.isLoaderShared = isLoaderShared;
        this.weight = weight;
    }

    GraphQLSchema schema() {
        return schema;
    }

    PreparedOperation operation() {
        return operation;
    }

    FieldsWriter root() {
        return root;
    }

    int slots() {
        return slots;
    }

    boolean isPathWanted() {
        return isPathWanted;
    }

    boolean isLoaderShared() {
        return isLoaderShared;
    }

    /** Bytes of heap that it takes, about; the schema and the document are not its own. */
    int weight() {
        return weight;
    }

    /**
     * Bytes to make room for: as many as the last answer had, and some more, but no more than twice what this one may be;
     * the last one may have been of a larger page.
     *
     * @param estimated bytes of this one
     */
    int usualLength(long estimated) {
        return (int) Math.min(usualLength, FIRST_LENGTH + 2 * estimated);
    }

    void written(int length) {
        usualLength = (int) Math.min(length + length / 8L, Integer.MAX_VALUE);
    }
}
