package dev.meishi.pages;

import dev.meishi.connection.PageRequest;

/**
 * One page of one list.
 *
 * @param list everything that decides what is on the list, in which order and who may see it
 * @param page which page
 */
record PageKey(Object list, PageRequest page) {}
