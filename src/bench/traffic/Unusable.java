package traffic;

import org.jspecify.annotations.Nullable;

/** Why a run cannot begin or go on, in words for who has started it. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    private final Exit exit;

    @SuppressWarnings("AnnotateFormatMethod")
    Unusable(Exit exit, String format, @Nullable Object... arguments) {
        super(arguments.length == 0 ? format : String.format(format, arguments));
        this.exit = exit;
    }

    /** What the process ends with. */
    Exit exit() {
        return exit;
    }
}
