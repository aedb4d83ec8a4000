/**
 * What the operations of every version of the API have in common: calls are taken, their faults applied and their answers
 * sent in one way, and errors have one of the vendor's four shapes. Each version is a package below this one.
 */
@NullMarked
package dev.meishi.sandbox.api;

import org.jspecify.annotations.NullMarked;
