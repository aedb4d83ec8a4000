package dev.meishi.relay;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import io.quarkus.arc.All;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    private static final int CALLS_AT_ONCE = 20;

    private final Map<String, NodeSource> sources;
    private final CurrentLedger ledger;

    NodeQueries(@All List<NodeSource> sources, CurrentLedger ledger) {
        this.ledger = ledger;
        this.sources = sources.stream().collect(Collectors.toMap(NodeSource::type, Function.identity()));
    }

    @Query("node")
    @Description("The thing with this id, null if there is none. A malformed id is INVALID_ID.")
    public Uni<@Nullable Node> node(@Name("id") @Id @NonNull @Description("Global id of any node.") String id) {
        GlobalId wanted = GlobalId.parse(id);
        Ledger current = ledger.get();
        return admitted(plan("node", List.of(wanted)), current)
                .chain(admitted -> find(wanted, current))
                .map(found -> found.orElse(null));
    }

    @Query("nodes")
    @Description(
            "The things with these ids, in the order of the ids, null where there is none. At most 100 ids; a malformed one is INVALID_ID, and one that cannot be had fails them all.")
    public Uni<@Nullable List<@Nullable Node>> nodes(
            @Name("ids") @Id @NonNull @Description("Global ids of any nodes.") List<@NonNull String> ids) {
        if (ids.size() > MAX_IDS) {
            throw new Failure(
                    ErrorCode.INVALID_ARGUMENT, "ids has " + ids.size() + " entries, allowed are " + MAX_IDS + ".");
        }
        List<GlobalId> wanted = ids.stream().map(GlobalId::parse).toList();
        List<GlobalId> distinct = wanted.stream().distinct().toList();
        Ledger current = ledger.get();
        return admitted(plan("nodes", distinct), current)
                .onItem()
                .transformToMulti(admitted -> Multi.createFrom().iterable(distinct))
                .onItem()
                .transformToUni(id -> find(id, current).map(found -> Map.entry(id, found)))
                .merge(CALLS_AT_ONCE)
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(found -> inOrder(wanted, found));
    }

    /** What needs no call has nothing to wait for. */
    private static Uni<Void> admitted(Ledger.Plan plan, Ledger current) {
        return plan.calls() == 0 ? Uni.createFrom().voidItem() : current.planned(plan);
    }

    private Ledger.Plan plan(String field, List<GlobalId> ids) {
        Map<NodeSource, Integer> bySource = new HashMap<>();
        ids.forEach(id -> bySource.merge(source(id), 1, Integer::sum));
        int calls = bySource.entrySet().stream()
                .mapToInt(entry -> entry.getKey().calls(entry.getValue()))
                .sum();
        return new Ledger.Plan(field, calls, "", "Ask for fewer ids at once.");
    }

    private Uni<Optional<Node>> find(GlobalId id, Ledger current) {
        return source(id).find(id, current);
    }

    private NodeSource source(GlobalId id) {
        NodeSource source = sources.get(id.type());
        if (source == null) {
            throw new Failure(ErrorCode.INVALID_ID, "The id was not made by this gateway.");
        }
        return source;
    }

    private static List<@Nullable Node> inOrder(List<GlobalId> wanted, Map<GlobalId, Optional<Node>> found) {
        List<@Nullable Node> nodes = new ArrayList<>(wanted.size());
        for (GlobalId id : wanted) {
            nodes.add(found.getOrDefault(id, Optional.empty()).orElse(null));
        }
        return nodes;
    }
}
