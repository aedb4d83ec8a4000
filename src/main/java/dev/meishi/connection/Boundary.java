package dev.meishi.connection;

/**
 * The boundary between the results before a moment and those after it.
 *
 * @param rank of the first result that is not before the moment; the length of the list if all are before it
 * @param isExact whether it was seen; if not, the rank is the cap, and the boundary is there or anywhere beyond it
 */
public record Boundary(int rank, boolean isExact) {}
