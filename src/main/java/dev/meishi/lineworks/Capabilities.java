package dev.meishi.lineworks;

import java.time.Duration;

/**
 * What an API of LINE WORKS can do. Features ask for it rather than knowing an API's figures.
 *
 * @param largestPage results of the largest page of every list operation
 * @param resultCap results of one search that are served at most, counted from its start
 * @param longestWindow longest window of creation or modification times of one search
 * @param seeksByRank whether a search can be read from any rank on; if not, each page but the first is asked for by the
 *     cursor that came with the page before
 */
public record Capabilities(int largestPage, int resultCap, Duration longestWindow, boolean seeksByRank) {

    /**
     * API 1.0 by the vendor's pages: {@code maxResults} and {@code pagePerLength} up to 500, "up to 50,000 search results",
     * windows of "up to 7 days".
     */
    public static final Capabilities OF_API_1 = new Capabilities(500, 50_000, Duration.ofDays(7), true);
}
