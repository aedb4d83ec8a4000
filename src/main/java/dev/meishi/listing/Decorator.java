package dev.meishi.listing;

/**
 * Reads a list in another way and does more than that: what it says of itself is what the other one says.
 *
 * @param <T> kind of result
 */
abstract class Decorator<T> implements Approach<T> {

    /** How the list itself is read. */
    final Approach<T> list;

    Decorator(Approach<T> list) {
        this.list = list;
    }

    @Override
    public String how(Cost cost) {
        return list.how(cost);
    }

    @Override
    public boolean isSparse() {
        return list.isSparse();
    }

    @Override
    public boolean isRationed() {
        return list.isRationed();
    }

    @Override
    public String hint() {
        return list.hint();
    }
}
