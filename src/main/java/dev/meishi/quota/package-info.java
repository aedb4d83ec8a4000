/**
 * How a single call to LINE WORKS is let go, repeated and given up, so that the tenant's quota is never overdrawn. Knows on
 * whose behalf it is made and which event loop it goes on in, but neither what is called nor how.
 *
 * <p>An {@code Attempt} is one call; the {@code Lane} of its operation and domain says when it may go, under a lock of its
 * own, and tells attempts outside of that. The lane hears of each {@code Permit} exactly once how its call ended.
 *
 * <pre>
 * state      counted as                    next state, and what the lane hears or does
 * ---------  ----------------------------  ---------------------------------------------------------------------
 * waiting    wanted, in Shares             permitted   quota, share and breaker let it go: Caller.go
 *                                          refused     its turn does not come in time:     Caller.refused
 *                                          left        the asker has gone:                 Lane.leave
 * permitted  used and under way, in        sent        it is within the operation's budget
 *            Bucket and Shares             withdrawn   it is not made after all:           Lane.withdrawn
 * sent       the same                      answered    LINE WORKS answered, or it failed:  Lane.told, Lane.ended
 *                                          abandoned   the asker has gone:                 Lane.abandoned
 * answered   used for a minute             none
 * abandoned  used for a minute             none
 * withdrawn  not at all                    none
 * refused    wanted for a minute           none
 * left       not at all                    none
 * </pre>
 */
@NullMarked
package dev.meishi.quota;

import org.jspecify.annotations.NullMarked;
