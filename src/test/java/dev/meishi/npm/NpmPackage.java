package dev.meishi.npm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.failure.ErrorCode;
import graphql.GraphQL;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the npm package {@code meishi-schema}: what clients in JavaScript and TypeScript need of the schema and of the codes of errors. */
public final class NpmPackage {

    /** What graphcache reads of a schema: a quarter of the whole introspection. */
    private static final String INTROSPECTION = """
        { __schema {
          queryType { name } mutationType { name } subscriptionType { name }
          types {
            kind name
            fields(includeDeprecated: true) { name type { ...Type } args { name type { ...Type } } }
            interfaces { kind name }
            possibleTypes { kind name }
          }
        } }
        fragment Type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String sdl;
    private final Schema schema;
    private final String version;

    private NpmPackage(String sdl, String version) {
        this.sdl = sdl;
        this.schema = new Schema(sdl);
        this.version = version;
    }

    /**
     * Writes the package.
     *
     * @param args the folder to write to, and the package's version
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        String sdl = Files.readString(Path.of("src/main/graphql/schema.graphql"));
        for (var file : files(sdl, args[1]).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.write(folder.resolve("LICENSE"), Files.readAllBytes(Path.of("LICENSE")));
    }

    /** All files of the package, by name. */
    static Map<String, String> files(String sdl, String version) {
        NpmPackage made = new NpmPackage(sdl, version);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("package.json", made.manifest());
        files.put("README.md", README);
        files.put("schema.graphql", sdl);
        files.put("index.js", made.index());
        files.put("index.d.ts", made.indexTypes());
        files.put("apollo.js", made.apollo());
        files.put("apollo.d.ts", APOLLO_TYPES);
        files.put("urql.js", made.urql());
        files.put("urql.d.ts", URQL_TYPES);
        return files;
    }

    private String manifest() {
        return """
            {
              "name": "meishi-schema",
              "version": %s,
              "description": "The GraphQL schema of Meishi, and what caches, code generators and error handling of clients need of it",
              "license": "Apache-2.0",
              "type": "module",
              "sideEffects": false,
              "exports": {
                ".": { "types": "./index.d.ts", "default": "./index.js" },
                "./apollo": { "types": "./apollo.d.ts", "default": "./apollo.js" },
                "./urql": { "types": "./urql.d.ts", "default": "./urql.js" },
                "./schema.graphql": "./schema.graphql",
                "./package.json": "./package.json"
              }
            }
            """.formatted(json(version));
    }

    private String index() {
        String errors = Arrays.stream(ErrorCode.values())
                .map(code -> "  %s: { retryable: %s, description: %s },\n"
                        .formatted(code, code.isRetryable(), json(code.description())))
                .collect(Collectors.joining());
        return """
            export const possibleTypes = %s;

            export const scalars = { ID: 'string', Date: 'meishi-schema#Date', DateTime: 'meishi-schema#DateTime' };

            export const errors = {
            %s};

            export const isErrorCode = code => Object.hasOwn(errors, code);
            """.formatted(json(schema.possibleTypes()), errors);
    }

    private String indexTypes() {
        String union = Arrays.stream(ErrorCode.values())
                .map(code -> "  /** %s */\n  | '%s'".formatted(code.description(), code))
                .collect(Collectors.joining("\n"));
        return INDEX_TYPES.replace("CODES", union);
    }

    private String apollo() {
        String lists = schema.lists().entrySet().stream()
                .map(list -> "      %s: connection(relayStylePagination(%s)),\n"
                        .formatted(list.getKey(), json(list.getValue())))
                .collect(Collectors.joining());
        String nodes = schema.listsOfNodes().entrySet().stream()
                .map(node -> "  %s: { fields: {\n%s  } },\n"
                        .formatted(
                                node.getKey(),
                                node.getValue().stream()
                                        .map("    %s: { merge: false },\n"::formatted)
                                        .collect(Collectors.joining())))
                .collect(Collectors.joining());
        return CONNECTION + "\nexport const typePolicies = relayStylePagination => ({\n  Query: {\n    fields: {\n"
                + lists
                + "    },\n  },\n" + nodes
                + members(Schema.VALUES, "{ keyFields: false, merge: true }")
                + members(schema.parts(), "{ keyFields: false, merge: false }")
                + members(schema.pages(), "{ keyFields: false }")
                + "});\n";
    }

    private String urql() {
        String pagination = schema.lists().keySet().stream()
                .map("    %s: relayPagination(),\n"::formatted)
                .collect(Collectors.joining());
        return "export const keys = {\n"
                + members(Schema.VALUES, "() => null")
                + members(schema.parts(), "() => null")
                + members(schema.pages(), "() => null")
                + "};\n\nexport const resolvers = relayPagination => ({\n  Query: {\n" + pagination
                + "  },\n});\n\nexport const schema = " + json(introspection()) + ";\n";
    }

    private Object introspection() {
        var made = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
        return GraphQL.newGraphQL(made).build().execute(INTROSPECTION).getData();
    }

    private static String members(List<String> types, String value) {
        return types.stream().map(type -> "  " + type + ": " + value + ",\n").collect(Collectors.joining());
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String INDEX_TYPES = """
        /** A point in time by RFC 3339, with seconds and offset, such as 2020-04-05T19:30:04+09:00: what `Date.parse` reads and `toISOString` writes. */
        export type DateTime = string;

        /** A day by RFC 3339, without a time, such as 2020-04-05. */
        export type Date = string;

        /** Every value that `extensions.code` of an error can have. */
        export type ErrorCode =
        CODES;

        /** What every error has in its `extensions`. */
        export interface ErrorExtensions {
          code: ErrorCode;
          /** Whether the same request may succeed later without any change to it. */
          retryable: boolean;
          /** How long to wait before that, where it is known. */
          retryAfterSeconds?: number;
          /** The code that LINE WORKS sent. */
          upstreamCode?: string;
          /** Of an error of `nodes`: the id that it belongs to. */
          id?: string;
          /** Of LIMIT_EXCEEDED: which limit, what the request has, and what is allowed. */
          limit?: string;
          found?: number;
          allowed?: number;
        }

        /** What each code means. */
        export declare const errors: Readonly<Record<ErrorCode, { readonly retryable: boolean; readonly description: string }>>;

        /** Whether this is a code of the schema's errors. */
        export declare const isErrorCode: (code: unknown) => code is ErrorCode;

        /** The types of each interface: `new InMemoryCache({ possibleTypes })`. */
        export declare const possibleTypes: Record<string, string[]>;

        /** TypeScript's types of the scalars: `config.scalars` of graphql-codegen. */
        export declare const scalars: { ID: string; Date: string; DateTime: string };
        """;

    private static final String CONNECTION = """
        // A list that failed is none, and one of which only the total was read has no page yet: neither is an empty list.
        const connection = ({ keyArgs, read, merge }) => ({
          keyArgs,
          read: (existing, options) => (existing?.edges ? read(existing, options) : existing),
          merge: (existing, incoming, options) => {
            if (!incoming) return existing;
            if (!incoming.edges && !incoming.pageInfo) return { ...existing, ...incoming };
            return merge(existing && !existing.edges ? { ...existing, edges: [] } : existing, incoming, options);
          },
        });
        """;

    private static final String APOLLO_TYPES = """
        /** `new InMemoryCache({ typePolicies: typePolicies(relayStylePagination) })`, with the function from '@apollo/client/utilities'. */
        export declare const typePolicies: <T>(relayStylePagination: (keyArgs: string[]) => T) => {
          Query: { fields: Record<string, T> };
          [type: string]: { keyFields?: false; merge?: boolean; fields?: Record<string, T | { merge: boolean }> };
        };
        """;

    private static final String URQL_TYPES = """
        /** `cacheExchange({ keys })` of '@urql/exchange-graphcache': the types that have no id. */
        export declare const keys: Record<string, () => null>;

        /** `cacheExchange({ resolvers: resolvers(relayPagination) })`, with the function from '@urql/exchange-graphcache/extras'. */
        export declare const resolvers: <T>(relayPagination: () => T) => { Query: Record<string, T> };

        /** `cacheExchange({ schema })`: the introspected schema, without descriptions and input types. */
        export declare const schema: { __schema: any };
        """;

    private static final String README = """
        # meishi-schema

        What a client of Meishi needs of its schema. It depends on nothing.

        | import | what |
        | --- | --- |
        | `meishi-schema/schema.graphql` | the schema in SDL, for code generators and editors |
        | `meishi-schema` | `ErrorCode`, `ErrorExtensions`, `errors`, `Date`, `DateTime`; `possibleTypes` for Apollo Client, `scalars` for graphql-codegen |
        | `meishi-schema/apollo` | `typePolicies(relayStylePagination)` for `InMemoryCache` |
        | `meishi-schema/urql` | `keys`, `resolvers(relayPagination)` and `schema` for graphcache |
        """;
}
