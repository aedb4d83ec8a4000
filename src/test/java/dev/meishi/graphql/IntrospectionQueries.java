package dev.meishi.graphql;

import graphql.introspection.IntrospectionQueryBuilder;
import java.util.stream.Stream;

/** The introspection queries of the tools that people use. */
final class IntrospectionQueries {

    /** What {@code getIntrospectionQuery} of graphql-js 16.15 makes with every option on; GraphiQL 5 sends it. */
    static final String OF_GRAPHQL_JS = """
            query IntrospectionQuery {
              __schema {
                description
                queryType { name kind }
                mutationType { name kind }
                subscriptionType { name kind }
                types { ...FullType }
                directives {
                  name
                  description
                  isRepeatable
                  locations
                  args(includeDeprecated: true) { ...InputValue }
                }
              }
            }
            fragment FullType on __Type {
              kind
              name
              description
              specifiedByURL
              isOneOf
              fields(includeDeprecated: true) {
                name
                description
                args(includeDeprecated: true) { ...InputValue }
                type { ...TypeRef }
                isDeprecated
                deprecationReason
              }
              inputFields(includeDeprecated: true) { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) {
                name
                description
                isDeprecated
                deprecationReason
              }
              possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue {
              name
              description
              type { ...TypeRef }
              defaultValue
              isDeprecated
              deprecationReason
            }
            fragment TypeRef on __Type {
              kind
              name
              ofType {
                name
                kind
                ofType {
                  name
                  kind
                  ofType {
                    name
                    kind
                    ofType {
                      name
                      kind
                      ofType {
                        name
                        kind
                        ofType {
                          name
                          kind
                          ofType {
                            name
                            kind
                            ofType {
                              name
                              kind
                              ofType {
                                name
                                kind
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
            """;

    private IntrospectionQueries() {}

    /** That one, and what graphql-java makes for other tools. */
    static Stream<String> all() {
        return Stream.of(
                OF_GRAPHQL_JS,
                IntrospectionQueryBuilder.build(),
                IntrospectionQueryBuilder.build(IntrospectionQueryBuilder.Options.defaultOptions()
                        .descriptions(true)
                        .specifiedByUrl(true)
                        .isOneOf(true)
                        .directiveIsRepeatable(true)
                        .schemaDescription(true)
                        .inputValueDeprecation(true)
                        .typeRefFragmentDepth(9)));
    }
}
