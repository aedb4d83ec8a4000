package speed;

/** An answer that would make any figure worthless. */
final class WrongAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("AnnotateFormatMethod")
    WrongAnswer(String format, Object... arguments) {
        super(String.format(format, arguments));
    }

    /** States something; throws if it does not hold. */
    static void unless(boolean holds, String format, Object... arguments) {
        if (!holds) {
            throw new WrongAnswer(format, arguments);
        }
    }
}
