package dev.meishi.execution.plan;

/**
 * A value that cannot be written as its type, for the reason in the message: {@link Completion} writes null and an error in
 * its place. It has no stack trace, as it goes a short way.
 */
final class CompletionFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    CompletionFailure(String why) {
        super(why, null, false, false);
    }
}
