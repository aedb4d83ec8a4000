package dev.meishi.contact;

import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.function.Predicate;

/** The names of tags, of which contacts have the ids alone. */
public interface TagNames {

    /**
     * Calls that they take, as of what is cached.
     *
     * @param domainId of the tags
     * @param ledger on whose behalf
     * @return 1 at most, though a list of more than 500 tags takes more
     */
    int calls(String domainId, Ledger ledger);

    /**
     * The tags whose names are wanted.
     *
     * @param domainId of the tags
     * @param isWanted tells by a name
     * @param ledger on whose behalf
     * @return their ids at LINE WORKS; fails as a call fails
     */
    Uni<Set<Text>> having(String domainId, Predicate<String> isWanted, Ledger ledger);
}
