package dev.meishi.execution.plan;

/**
 * What a plan leaves to the engine: something it has no way to write, or that ends in an error. It has no trace of where
 * that was: it goes a short way, and no defect is meant by it.
 */
final class Unplanned extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unplanned(String what) {
        super(what, null, false, false);
    }
}
