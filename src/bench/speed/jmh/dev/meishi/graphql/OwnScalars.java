package dev.meishi.graphql;

import graphql.schema.GraphQLScalarType;

/** Scalars of the schema that are the gateway's own. */
public final class OwnScalars {

    /** Written and read by RFC 3339. */
    public static final GraphQLScalarType DATE_TIME = DateTimeScalar.TYPE;

    /** A day by RFC 3339. */
    public static final GraphQLScalarType DATE = DateScalar.TYPE;

    private OwnScalars() {}
}
