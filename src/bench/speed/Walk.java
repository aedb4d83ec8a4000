package speed;

import java.util.List;

/**
 * Posts whose answers have been found right.
 *
 * @param posts bodies, one line each
 * @param leastBytes of an answer to any of them
 */
record Walk(List<String> posts, int leastBytes) {}
