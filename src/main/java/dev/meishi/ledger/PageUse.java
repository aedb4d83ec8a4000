package dev.meishi.ledger;

import java.time.Duration;

/**
 * One page of a list that is in an answer.
 *
 * @param list which list, in words
 * @param position where it lies in the list; opaque, and shown by its {@code toString}
 * @param size of the page
 * @param from where it came from
 * @param age how long ago LINE WORKS answered with it; zero for a call
 */
public record PageUse(String list, Object position, int size, PageSource from, Duration age) {}
