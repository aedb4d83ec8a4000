package dev.meishi.lineworks;

import java.time.Duration;
import java.util.Set;

/**
 * What an API of LINE WORKS can do. Features ask for it rather than knowing an API's figures.
 *
 * @param largestPage results of the largest page of every list operation
 * @param resultCap results of one search that are served at most, counted from its start
 * @param longestWindow longest window of creation or modification times of one search
 * @param abilities what else can be asked for
 */
public record Capabilities(int largestPage, int resultCap, Duration longestWindow, Set<Ability> abilities) {

    /** What one API can do and another cannot. A feature that needs one refuses to do without, and says what would do. */
    public enum Ability {
        /** A search can be read from any rank on; if not, each page but the first is asked for by the cursor that came with the page before. */
        SEEK_BY_RANK,
        /** How many results a search has takes a few calls, not one for each of its pages. */
        CHEAP_TOTAL,
        /** A search can be for a keyword; if not, it is looked for in what is found without it. */
        KEYWORD,
        /** A search can be for a part of an e-mail address. */
        EMAIL,
        /** A search can be for a part of a phone number. */
        PHONE,
        /** A search can be for contacts that everyone sees, or that some members see alone. */
        OPENNESS,
        /** Of several conditions of a search all have to hold, as the vendor documents; if not, that is checked in what is found. */
        COMBINED_CONDITIONS,
        /** Members' private contacts can be read. */
        PRIVATE_CONTACTS,
        /** The names of members, organizations and groups can be read. */
        MEMBERS
    }

    /** Keeps what is given from being changed. */
    public Capabilities {
        abilities = Set.copyOf(abilities);
    }

    /**
     * Whether something can be asked for.
     *
     * @param ability what
     * @return false if a feature has to do without
     */
    public boolean has(Ability ability) {
        return abilities.contains(ability);
    }

    /**
     * Whether a search can be read from any rank on.
     *
     * @return see {@link Ability#SEEK_BY_RANK}
     */
    public boolean seeksByRank() {
        return has(Ability.SEEK_BY_RANK);
    }
}
