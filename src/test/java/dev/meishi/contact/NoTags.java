package dev.meishi.contact;

import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.function.Predicate;

/** A domain without tags. */
enum NoTags implements TagNames {
    NAMES;

    @Override
    public int calls(String domainId, Ledger ledger) {
        return 0;
    }

    @Override
    public Uni<Set<Text>> having(String domainId, Predicate<String> isWanted, Ledger ledger) {
        return Uni.createFrom().item(Set.of());
    }
}
