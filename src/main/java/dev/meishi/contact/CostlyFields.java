package dev.meishi.contact;

import dev.meishi.connection.Slice;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import graphql.schema.DataFetchingFieldSelectionSet;

/**
 * The selected fields of a list of contacts that need calls of their own.
 *
 * @param isTotalWanted the number of contacts of the whole list
 * @param areNamesWanted the names with all of their parts
 */
record CostlyFields(boolean isTotalWanted, boolean areNamesWanted) {

    /** Those that are selected below a field that is a connection. */
    static CostlyFields of(DataFetchingFieldSelectionSet selected) {
        return new CostlyFields(
                selected.containsAnyOf("totalCount", "totalCountPrecision"),
                selected.containsAnyOf("nodes/detailedName", "edges/node/detailedName"));
    }

    /** Those that are selected below a field that is a list. */
    static CostlyFields ofList(DataFetchingFieldSelectionSet selected) {
        return new CostlyFields(false, selected.contains("detailedName"));
    }

    /** The names take a call for each contact of the page; which of them are cached is known when the page is. */
    void planNames(Slice wanted, Ledger ledger) {
        if (areNamesWanted && wanted.count() > 0) {
            ledger.admission()
                    .declare(new CallEstimate(
                            "detailedName",
                            wanted.count(),
                            "one call for each contact",
                            "Leave out detailedName, or ask for fewer contacts at once."));
        }
    }
}
