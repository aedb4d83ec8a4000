/**
 * How a single call to LINE WORKS is permitted, repeated and given up, so that the tenant's quota is never exceeded. It
 * knows for which client a call is made and which event loop it goes on in, but neither what is called nor how.
 *
 * <p>A {@code PendingCall} is one call; the {@code OperationQueue} of its operation and domain decides when it may go,
 * under a lock of its own, and tells pending calls outside of that lock. The queue is told exactly once how the call of
 * each {@code Permit} ended.
 *
 * <pre>
 * state      counted as                    next state, and what the queue is told or does
 * ---------  ----------------------------  ----------------------------------------------------------------
 * waiting    wanted, in Shares             permitted   quota, share and breaker allow it:     Caller.go
 *                                          refused     its turn does not come in time:        Caller.refused
 *                                          left        the client has gone:                   leave
 * permitted  used and under way, in        sent        it is within the operation's budget
 *            Bucket and Shares             withdrawn   it is not made after all:              withdrawn
 * sent       the same                      answered    LINE WORKS answered, or it failed:     told, ended
 *                                          abandoned   the client has gone:                   abandoned
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
