package dev.meishi.pages;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.memory.Account;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all lists of a kind.
 *
 * @param <L> kind of list
 * @param name in a plan that a client asks to see, and in errors
 * @param fresh the age up to which a list is served without a call
 * @param staleIfError the age up to which it is served if LINE WORKS gives no new one; if both are zero, nothing is cached
 * @param weight of a list, in bytes of heap
 * @param isRefusal which failures are cached for a minute, so that nobody asks again
 * @param own calls of lists that take many; null if a list takes one or two, which are those of the operation
 */
public record LookupTerms<L>(
        String name,
        Duration fresh,
        Duration staleIfError,
        ToLongFunction<L> weight,
        Predicate<Failure> isRefusal,
        @Nullable OwnCalls own) {

    /** For how long a list is of any use. */
    Duration lifetime() {
        return fresh.compareTo(staleIfError) > 0 ? fresh : staleIfError;
    }

    /** To fetch it for each operation would leave no calls for anything else. */
    Failure tooLarge(long bytes, long maxBytes) {
        return new Failure(
                ErrorCode.FEATURE_DISABLED,
                String.format(
                        Locale.ROOT,
                        "The list of %s takes %,d bytes of memory, and all lists of tags and members may take %,d. Set %s to more, or"
                                + " leave out what is looked up in it; ids need no list.",
                        name,
                        bytes,
                        maxBytes,
                        Account.LOOKUPS.setting()));
    }
}
