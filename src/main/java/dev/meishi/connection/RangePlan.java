package dev.meishi.connection;

import java.util.List;

/**
 * Which pages to ask for, in this order, and how much of the first one to leave out.
 *
 * @param pages consecutive pages of one size, at least one
 * @param skip how many results at the start of the first page lie before the window
 */
public record RangePlan(List<PageRequest> pages, int skip) {}
