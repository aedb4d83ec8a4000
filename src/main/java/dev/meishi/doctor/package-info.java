/**
 * {@code doctor}: what is wrong between the gateway and LINE WORKS, by a few calls, in a report that may be shown to anybody.
 * The process begins here, so that it can be told to be the doctor in place of the gateway.
 */
@NullMarked
package dev.meishi.doctor;

import org.jspecify.annotations.NullMarked;
