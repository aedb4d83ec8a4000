package dev.meishi.relay;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.failure.PartialFailure;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import io.quarkus.arc.All;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The root fields that ask for anything by its global id. */
@GraphQLApi
public class NodeQueries {

    /** Most ids {@code nodes} takes: each may be a call of its own. */
    static final int MAX_IDS = 100;

    private final Map<String, NodeSource> sources;
    private final CurrentLedger ledger;
    private final Supplier<Set<String>> fields;

    @Inject
    NodeQueries(@All List<NodeSource> sources, CurrentLedger ledger, Context context) {
        this(sources, ledger, () -> fieldsIn(context));
    }

    NodeQueries(List<NodeSource> sources, CurrentLedger ledger, Supplier<Set<String>> fields) {
        this.ledger = ledger;
        this.fields = fields;
        this.sources = sources.stream().collect(Collectors.toMap(NodeSource::type, Function.identity()));
    }

    private static Set<String> fieldsIn(Context context) {
        return context.unwrap(DataFetchingEnvironment.class).getSelectionSet().getFields().stream()
                .map(SelectedField::getName)
                .collect(Collectors.toSet());
    }

    @Query("node")
    @Description("The thing with this id, null if there is none. A malformed id is INVALID_ID.")
    public Uni<@Nullable Node> node(@Name("id") @Id @NonNull @Description("Global id of any node.") String id) {
        GlobalId wanted = GlobalId.parse(id);
        NodeSource source = source(wanted);
        Ledger current = ledger.get();
        NodeSearch search = source.search(List.of(wanted), fields, current);
        return admitted("node", search, current)
                .chain(admitted -> search.found().get())
                .map(found -> node(found.get(wanted)));
    }

    private static @Nullable Node node(NodeSearch.@Nullable Found found) {
        Throwable thrown = found == null ? null : found.failure();
        if (thrown instanceof Failure failure) {
            throw failure;
        }
        return found == null ? null : found.node();
    }

    @Query("nodes")
    @Description(
            "The nodes with these ids, in the order of the ids, null where there is none. At most 100 ids; a malformed one is INVALID_ID. A node that cannot be fetched is null with an error of its own; the others are returned.")
    public Uni<@Nullable List<@Nullable Node>> nodes(
            @Name("ids") @Id @NonNull @Description("Global ids of any nodes.") List<@NonNull String> ids) {
        if (ids.size() > MAX_IDS) {
            throw new Failure(
                    ErrorCode.INVALID_ARGUMENT,
                    "ids must have at most " + MAX_IDS + " entries, found " + ids.size()
                            + "; request the others separately.");
        }
        List<GlobalId> wanted = ids.stream().map(GlobalId::parse).toList();
        Map<NodeSource, List<GlobalId>> bySource = new LinkedHashMap<>();
        wanted.stream()
                .distinct()
                .forEach(id -> bySource.computeIfAbsent(source(id), source -> new ArrayList<>())
                        .add(id));
        Ledger current = ledger.get();
        NodeSearch search = NodeSearch.all(bySource.entrySet().stream()
                .map(entry -> entry.getKey().search(entry.getValue(), fields, current))
                .toList());
        return admitted("nodes", search, current)
                .chain(admitted -> search.found().get())
                .map(found -> inOrder(wanted, found));
    }

    /** What needs no call, and has nothing to tell, has nothing to wait for. */
    private static Uni<Void> admitted(String field, NodeSearch search, Ledger current) {
        if (search.atMost() == 0 && search.how().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return current.admission()
                .declare(new CallEstimate(
                        field, search.calls(), search.atMost(), search.how(), "Ask for fewer ids at once."));
    }

    private NodeSource source(GlobalId id) {
        NodeSource source = sources.get(id.type());
        if (source == null) {
            throw new Failure(
                    ErrorCode.INVALID_ID, "The id was not issued by this gateway; use an id from one of its answers.");
        }
        return source;
    }

    private static List<@Nullable Node> inOrder(List<GlobalId> wanted, Map<GlobalId, NodeSearch.Found> found) {
        List<@Nullable Node> nodes = new ArrayList<>(wanted.size());
        List<@Nullable Object> outcomes = new ArrayList<>(wanted.size());
        boolean isComplete = true;
        for (GlobalId id : wanted) {
            NodeSearch.Found one = found.get(id);
            Node node = one == null ? null : one.node();
            Throwable failure = one == null ? null : one.failure();
            nodes.add(node);
            outcomes.add(failure == null ? node : failure);
            isComplete &= failure == null;
        }
        if (!isComplete) {
            throw new PartialFailure(outcomes);
        }
        return nodes;
    }
}
