/**
 * What the simulated tenant has: contacts, tags and private contacts that follow from a seed, and their changes. It
 * knows neither URLs nor errors of any API version, nor faults.
 */
@NullMarked
package dev.meishi.sandbox.data;

import org.jspecify.annotations.NullMarked;
