package dev.meishi.relay;

import dev.meishi.failure.Failure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How nodes of one type are going to be found, planned before the first call.
 *
 * @param calls to LINE WORKS it is known to need beyond what is cached, or fewer if it is lucky
 * @param atMost maximum number of calls
 * @param how in words, for a plan that a caller asks to see
 * @param found finds them; each id has something in what it gives, and it does not fail
 */
public record NodeSearch(int calls, int atMost, String how, Supplier<Uni<Map<GlobalId, Found>>> found) {

    private static final int CALLS_AT_ONCE = 20;

    /**
     * What became of one id.
     *
     * @param node null if there is none, or if it failed
     * @param failure null if it did not fail
     */
    public record Found(@Nullable Node node, @Nullable Throwable failure) {

        /**
         * It was found, or there is none.
         *
         * @param node empty if there is none
         * @return that
         */
        public static Found of(Optional<? extends Node> node) {
            return new Found(node.orElse(null), null);
        }

        /**
         * It cannot be had.
         *
         * @param failure why
         * @return that
         */
        public static Found failed(Throwable failure) {
            return new Found(null, failure);
        }
    }

    /**
     * A search that asks for each id by itself.
     *
     * @param ids each once
     * @param calls at most
     * @param how in words
     * @param find for one of them; what it fails with is the failure of that one alone
     * @return the search
     */
    public static NodeSearch each(
            List<GlobalId> ids, int calls, String how, Function<GlobalId, Uni<Optional<Node>>> find) {
        return new NodeSearch(calls, calls, how, () -> eachOf(ids, find));
    }

    /**
     * Several searches as one.
     *
     * @param searches of different ids
     * @return what finds all of them, at once
     */
    public static NodeSearch all(List<NodeSearch> searches) {
        if (searches.size() == 1) {
            return searches.get(0);
        }
        return new NodeSearch(
                searches.stream().mapToInt(NodeSearch::calls).sum(),
                searches.stream().mapToInt(NodeSearch::atMost).sum(),
                searches.stream().map(NodeSearch::how).distinct().collect(Collectors.joining("; ")),
                () -> foundBy(searches));
    }

    private static Uni<Map<GlobalId, Found>> foundBy(List<NodeSearch> searches) {
        if (searches.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Uni.join()
                .all(searches.stream().map(search -> search.found().get()).toList())
                .andFailFast()
                .map(all -> {
                    Map<GlobalId, Found> found = new HashMap<>();
                    all.forEach(found::putAll);
                    return found;
                });
    }

    /**
     * Asks for each id by itself, some of them at a time.
     *
     * @param ids each once
     * @param find for one of them
     * @return what became of each
     */
    public static Uni<Map<GlobalId, Found>> eachOf(List<GlobalId> ids, Function<GlobalId, Uni<Optional<Node>>> find) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUni(id -> Uni.createFrom()
                        .deferred(() -> find.apply(id))
                        .map(Found::of)
                        .onFailure(Failure.class)
                        .recoverWithItem(Found::failed)
                        .map(found -> Map.entry(id, found)))
                .merge(CALLS_AT_ONCE)
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
