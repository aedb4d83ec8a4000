package dev.meishi.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.meishi.failure.ErrorCode;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.rules.NoFragmentCycles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Parses documents, holds them against the limits, validates them, in this order and once each: what passes is cached,
 * bounded by the memory it takes. The cheapest check comes first, so that hostile documents never reach the dear ones.
 */
@Singleton
@RegisterForReflection(classNames = Documents.CACHE_BOUNDED_BY_WEIGHT)
public class Documents {

    /** Caffeine's implementation, found by its name; Quarkus prepares only others for the native binary. */
    static final String CACHE_BOUNDED_BY_WEIGHT = "com.github.benmanes.caffeine.cache.SSMW";

    /** Levels of grammar that the parser follows before it gives up: some 160 levels of fields. */
    private static final int MAX_RULE_DEPTH = 500;

    /** Characters of a number; to read one takes time that grows with their square. An Int has eleven at most. */
    private static final int MAX_DIGITS = 100;

    /** Tokens and characters are counted before parsing. */
    private static final ParserOptions PARSER = ParserOptions.newParserOptions()
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .captureSourceLocation(true)
            .readerTrackData(false)
            .maxTokens(Integer.MAX_VALUE)
            .maxWhitespaceTokens(Integer.MAX_VALUE)
            .maxCharacters(Integer.MAX_VALUE)
            .maxRuleDepth(MAX_RULE_DEPTH)
            .build();

    private final GraphQLSchema schema;
    private final Limits limits;
    private final boolean isIntrospectionEnabled;
    private final Cache<String, Cached> cache;

    Documents(
            GraphQLSchema schema,
            Limits limits,
            DocumentsConfig config,
            Memory memory,
            @ConfigProperty(name = "meishi.introspection.enabled", defaultValue = "true")
                    boolean isIntrospectionEnabled) {
        this.schema = schema;
        this.limits = limits;
        this.isIntrospectionEnabled = isIntrospectionEnabled;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(config.cache().bytes())
                .weigher((String text, Cached cached) -> cached.weight())
                .evictionListener((@Nullable String text, @Nullable Cached cached, RemovalCause cause) -> {
                    if (cached != null) {
                        cached.document().drop();
                    }
                })
                .build();
        memory.show(Account.DOCUMENTS, cache);
    }

    /**
     * Makes an operation ready to be executed.
     *
     * @param text of a document
     * @param operationName which of its operations; null if there is only one
     * @param isReadOnly whether only queries may be executed
     * @return the operation
     * @throws RequestRefused {@code LIMIT_EXCEEDED}, {@code GRAPHQL_PARSE_FAILED}, {@code GRAPHQL_VALIDATION_FAILED},
     *     {@code OPERATION_NOT_FOUND}, {@code FEATURE_DISABLED} for introspection, or {@code METHOD_NOT_ALLOWED} for
     *     anything but a query if only that may be executed
     */
    public PreparedOperation prepare(String text, @Nullable String operationName, boolean isReadOnly) {
        Cached cached = cached(text, operationName, isReadOnly);
        PreparedOperation operation = cached.document().operation(operationName);
        if (isReadOnly) {
            requireQuery(operation.definition());
        }
        return operation;
    }

    /**
     * Makes a document ready, whichever of its operations will be executed.
     *
     * @param text of a document
     * @return the names of its operations, of those that have one
     * @throws RequestRefused for what is wrong with the document as a whole
     */
    public Set<String> names(String text) {
        return cached(text, null, false).document().names();
    }

    /**
     * Makes a document of the gateway's own ready, for which the limits of what a caller may send do not hold.
     *
     * @param text of a document with one operation
     * @return the operation
     * @throws RequestRefused {@code GRAPHQL_PARSE_FAILED} or {@code GRAPHQL_VALIDATION_FAILED}, which is a defect
     */
    public PreparedOperation own(String text) {
        Document parsed = parse(text, DocumentScan.of(text));
        List<ValidationError> errors =
                ParseAndValidate.validate(schema, parsed, Documents::isLeftToValidate, Locale.ENGLISH);
        if (!errors.isEmpty()) {
            throw RequestRefused.of(EngineErrors.coded(errors));
        }
        return new PreparedDocument(parsed, schema).operation(null);
    }

    private Cached cached(String text, @Nullable String operationName, boolean isReadOnly) {
        Cached known = cache.getIfPresent(text);
        if (known != null) {
            return known;
        }
        Cached read = read(text, operationName, isReadOnly);
        Cached sooner = cache.asMap().putIfAbsent(text, read);
        return sooner == null ? read : sooner;
    }

    private Cached read(String text, @Nullable String operationName, boolean isReadOnly) {
        DocumentScan scan = DocumentScan.of(text);
        limits.check(Limit.TOKENS, scan.tokens());
        limits.check(Limit.NAME_LENGTH, scan.longestName());
        limits.check(Limit.OPERATIONS, scan.operations());
        if (scan.longestNumber() > MAX_DIGITS) {
            throw RequestRefused.of(
                    ErrorCode.GRAPHQL_PARSE_FAILED,
                    "The document has a number with " + scan.longestNumber() + " characters; the maximum is "
                            + MAX_DIGITS + ".");
        }
        try {
            Document parsed = parse(text, scan);
            if (isReadOnly) {
                requireQuery(operation(parsed, operationName));
            }
            OfferedDirectives.check(text, parsed);
            return new Cached(validated(parsed).readFrom(text), DocumentWeight.of(text, scan, parsed));
        } catch (StackOverflowError tooDeep) {
            throw limits.exceeded(Limit.DEPTH, scan.nesting());
        }
    }

    private Document parse(String text, DocumentScan scan) {
        try {
            return ObjectOrder.sorted(Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(DocumentScan.withoutMarks(text))
                    .parserOptions(PARSER)
                    .locale(Locale.ENGLISH)
                    .build()));
        } catch (ParseCancelledTooDeepException tooDeep) {
            throw limits.exceeded(Limit.DEPTH, scan.nesting());
        } catch (InvalidSyntaxException noGraphql) {
            throw EngineErrors.syntax(noGraphql);
        }
    }

    private PreparedDocument validated(Document document) {
        DocumentMeasure.Counts counts = DocumentMeasure.of(document);
        limits.check(Limit.OPERATIONS, counts.operations());
        limits.check(Limit.DEPTH, counts.depth());
        limits.check(Limit.FIELDS, counts.fields());
        limits.check(Limit.ALIASES, counts.aliases());
        limits.check(Limit.ROOT_FIELDS, counts.rootFields());
        limits.check(Limit.DIRECTIVES, counts.directives());
        limits.check(Limit.DUPLICATE_FIELDS, counts.duplicates());
        List<ValidationError> errors =
                ParseAndValidate.validate(schema, document, Documents::isLeftToValidate, Locale.ENGLISH);
        if (!errors.isEmpty()) {
            throw RequestRefused.of(DocumentErrors.of(errors, document, schema, Guesses.of(isIntrospectionEnabled)));
        }
        PreparedDocument prepared = new PreparedDocument(document, schema);
        if (!isIntrospectionEnabled && prepared.isIntrospective()) {
            throw RequestRefused.of(
                    ErrorCode.FEATURE_DISABLED,
                    "Introspection is switched off in this installation (meishi.introspection.enabled).");
        }
        return prepared;
    }

    /** A fragment that spreads itself is found in one go by the measure; the rule takes the cube of their number. */
    private static boolean isLeftToValidate(Class<?> rule) {
        return rule != NoFragmentCycles.class;
    }

    private static OperationDefinition operation(Document document, @Nullable String name) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        return operations.get(PreparedDocument.index(operations, name));
    }

    private static void requireQuery(OperationDefinition operation) {
        if (operation.getOperation() != OperationDefinition.Operation.QUERY) {
            throw RequestRefused.of(
                    ErrorCode.METHOD_NOT_ALLOWED,
                    "A " + operation.getOperation().name().toLowerCase(Locale.ROOT)
                            + " is not executed by GET: send it by POST.");
        }
    }

    /**
     * A document as it is cached.
     *
     * @param document ready to be executed
     * @param weight bytes it takes, about
     */
    private record Cached(PreparedDocument document, int weight) {}
}
