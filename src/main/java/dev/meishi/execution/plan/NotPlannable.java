package dev.meishi.execution.plan;

/**
 * Something in an operation that a plan has no way to resolve or to write, so that the engine executes the operation. It
 * has no stack trace, as it goes a short way.
 */
final class NotPlannable extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotPlannable(String what) {
        super(what, null, false, false);
    }
}
