package dev.meishi.graphql;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An operation of a document that is valid and within the limits. */
public final class PreparedOperation {

    private final Document document;
    private final OperationDefinition definition;
    private final GraphQLCompositeType root;
    private final Map<String, FragmentDefinition> fragments;
    private final Supplier<Set<String>> selected;
    private final Costs costs = new Costs();
    private final AtomicReference<@Nullable Companion> companion = new AtomicReference<>();
    private @Nullable String text;
    private volatile @Nullable Set<String> fields;
    private volatile boolean isDropped;

    /** What the execution derives from an operation and caches in memory of its own. */
    public interface Companion {

        /** The operation's document is no longer cached: what is cached for the operation goes as well. */
        void dropped();
    }

    /**
     * An operation.
     *
     * @param document that it is part of
     * @param definition the operation itself
     * @param root the type it selects from
     * @param fragments of the document, by name
     * @param selected coordinates ({@code Type.field}) of all fields selected; asked when they are first needed
     */
    public PreparedOperation(
            Document document,
            OperationDefinition definition,
            GraphQLCompositeType root,
            Map<String, FragmentDefinition> fragments,
            Supplier<Set<String>> selected) {
        this.document = document;
        this.definition = definition;
        this.root = root;
        this.fragments = fragments;
        this.selected = selected;
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

    /** Which text the document was read from, before anybody else sees the operation. */
    void readFrom(String source) {
        text = source;
    }

    /**
     * By what its document is known elsewhere. It is worked out each time.
     *
     * @return SHA-256 of the text, in hexadecimal digits; empty where there is none
     */
    public String sha256() {
        return text == null ? "" : DocumentHash.of(text);
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
        Set<String> known = fields;
        if (known != null) {
            return known;
        }
        Set<String> found = selected.get();
        fields = found;
        return found;
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
     * What the execution caches for it.
     *
     * @param type of the companion; the same for all calls
     * @param how it is made; may be called more than once
     * @return the same for all calls
     */
    public <T extends Companion> T companion(Class<T> type, Function<PreparedOperation, T> how) {
        Companion known = companion.get();
        if (known == null) {
            T made = how.apply(this);
            Companion sooner = companion.compareAndExchange(null, made);
            known = sooner == null ? made : sooner;
        }
        return type.cast(known);
    }

    /** Its document is no longer cached. Executions under way are not affected. */
    void drop() {
        isDropped = true;
        Companion known = companion.get();
        if (known != null) {
            known.dropped();
        }
    }

    /**
     * Whether its document is no longer cached.
     *
     * @return true if nothing is to be cached for it any more
     */
    public boolean isDropped() {
        return isDropped;
    }
}
