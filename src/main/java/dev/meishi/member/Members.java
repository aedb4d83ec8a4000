package dev.meishi.member;

import dev.meishi.failure.PartialFailure;
import dev.meishi.json.Text;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.Kind;
import dev.meishi.member.MemberIds.Wanted;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import dev.meishi.relay.NodeSearch;
import dev.meishi.relay.NodeSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Members, organizations and groups by their ids. */
@Singleton
class Members implements NodeSource {

    private final Domains domains;
    private final MemberCache cache;

    Members(Domains domains, MemberCache cache) {
        this.domains = domains;
        this.cache = cache;
    }

    @Override
    public String type() {
        return Member.TYPE;
    }

    private Uni<Optional<Node>> find(GlobalId id, Ledger ledger) {
        if (!domains.has(id.domainId())) {
            return Uni.createFrom().item(Optional.empty());
        }
        Text member = Text.of(id.key());
        return cache.get(Kind.Sharer.USER, id.domainId(), Set.of(member), ledger)
                .map(list -> Optional.ofNullable(list.byId().get(member)));
    }

    @Override
    public NodeSearch search(List<GlobalId> ids, Supplier<Set<String>> fields, Ledger ledger) {
        return NodeSearch.each(ids, 0, cache.how(), id -> find(id, ledger));
    }

    /**
     * Looks ids up, each list once.
     *
     * @param field that needs them
     * @param wanted null where there is none
     * @param ledger of the operation
     * @return in the order of the ids, null where nothing is known. What a list cannot be had for fails each of its ids:
     *     which of them are looked up together is nothing that an answer may depend on
     */
    Uni<List<@Nullable Member>> of(String field, List<@Nullable Wanted> wanted, Ledger ledger) {
        Map<MemberIds, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            if (one != null) {
                places.computeIfAbsent(one.ids(), ids -> new ArrayList<>()).add(i);
            }
        }
        List<@Nullable Object> outcomes = new ArrayList<@Nullable Object>(Collections.nCopies(wanted.size(), null));
        if (places.isEmpty()) {
            return Uni.createFrom().item(members(outcomes));
        }
        CallEstimate none = new CallEstimate(field, 0, cache.how(), "");
        return ledger.admission().declareOnce(none).chain(admitted -> lookUp(places, wanted, outcomes, ledger));
    }

    private Uni<List<@Nullable Member>> lookUp(
            Map<MemberIds, List<Integer>> places,
            List<@Nullable Wanted> wanted,
            List<@Nullable Object> outcomes,
            Ledger ledger) {
        List<Uni<Boolean>> lookups = places.entrySet().stream()
                .map(entry -> lookUp(entry.getKey(), entry.getValue(), wanted, outcomes, ledger))
                .toList();
        return Uni.join().all(lookups).andFailFast().map(found -> {
            if (found.contains(false)) {
                throw new PartialFailure(outcomes);
            }
            return members(outcomes);
        });
    }

    private Uni<Boolean> lookUp(
            MemberIds ids,
            List<Integer> places,
            List<@Nullable Wanted> wanted,
            List<@Nullable Object> outcomes,
            Ledger ledger) {
        Map<Integer, Text> byPlace = new LinkedHashMap<>();
        for (int place : places) {
            Wanted one = wanted.get(place);
            if (one != null) {
                byPlace.put(place, one.id());
            }
        }
        return cache.get(ids.kind(), ids.domainId(), byPlace.values(), ledger)
                .onItemOrFailure()
                .transform((list, thrown) -> {
                    if (thrown != null) {
                        byPlace.keySet().forEach(place -> outcomes.set(place, thrown));
                        return false;
                    }
                    byPlace.forEach(
                            (place, id) -> outcomes.set(place, list.byId().get(id)));
                    return true;
                });
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Member> members(List<?> outcomes) {
        return (List<@Nullable Member>) outcomes;
    }
}
